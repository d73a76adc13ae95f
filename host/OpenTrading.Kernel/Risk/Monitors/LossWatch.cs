using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Monitors;

/// <summary>Throws the kill switch when the equity of an account is at its highest floor and buffer, or below, twice in a row.</summary>
/// <param name="kill">The emergency stop.</param>
/// <param name="level">Level it is thrown to.</param>
/// <param name="accounts">The accounts there are now.</param>
public sealed class LossWatch(KillSwitch kill, int level, Func<IEnumerable<SwitchedAccount>> accounts)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks once. To be called every second, by one thread at a time: two looks are the two snapshots that it takes.</summary>
    public void Look()
    {
        foreach (SwitchedAccount account in accounts())
        {
            (decimal equity, string currency, LossFloor? floor) = account.Turn.Do(() =>
            {
                AccountSnapshot snapshot = account.Broker.Snapshot().Account;
                return (snapshot.OwnEquity, snapshot.Currency, account.Orders.Floor());
            });
            if (floor is null || equity > floor.Trip)
            {
                _seen.Remove(account.Login);
            }
            else if (!_seen.Add(account.Login) && kill.Level < level)
            {
                kill.Tighten(level, "host", FormattableString.Invariant($"equity {equity} {currency} is at or below the floor {floor.Highest} and its buffer {floor.Buffer}"));
            }
        }
    }
}
