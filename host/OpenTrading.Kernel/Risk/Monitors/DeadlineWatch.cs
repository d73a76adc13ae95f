using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Monitors;

/// <summary>Lets the host close positions whose time is over, by ordinary orders, as long as the rules say so: again after a refusal, 1, 2, 4 up to 60 seconds later.</summary>
/// <param name="accounts">The accounts there are now.</param>
/// <param name="wall">The wall clock.</param>
public sealed class DeadlineWatch(Func<IEnumerable<SwitchedAccount>> accounts, TimeProvider wall)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Dictionary<(string Login, long Ticket), (DateTimeOffset Next, TimeSpan Wait)> _tried = [];

    /// <summary>Looks once. To be called every second, by one thread at a time.</summary>
    public void Look()
    {
        foreach (SwitchedAccount account in accounts())
        {
            account.Turn.Do(() => Look(account));
        }
    }

    private void Look(SwitchedAccount account)
    {
        DateTimeOffset now = wall.GetUtcNow();
        foreach ((Position position, string why) in account.Orders.Overdue())
        {
            (string, long) key = (account.Login, position.Ticket);
            (DateTimeOffset next, TimeSpan wait) = _tried.GetValueOrDefault(key);
            if (now < next || account.Ledger.AtBroker.Any(o => o.Intent.Kind == OrderKind.Close && o.Intent.Target == position.Ticket))
            {
                continue;
            }

            account.Orders.Submit(KillEffects.Close(position, $"{Ulid.New("due.", now)}.p{position.Ticket}") with { Reason = why });
            wait = wait == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : wait * 2 < Longest ? wait * 2 : Longest;
            _tried[key] = (now + wait, wait);
        }
    }
}
