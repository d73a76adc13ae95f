using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Monitors;

/// <summary>
/// Throws the kill switch when the equity of an account is at its highest floor and buffer, or below, twice in a row. While its balance is not explained, that
/// may be money the owner took out, of which the broker tells in a moment: then it waits longer, but not for ever.
/// </summary>
/// <param name="kill">The emergency stop.</param>
/// <param name="level">Level it is thrown to.</param>
/// <param name="accounts">The accounts there are now.</param>
public sealed class LossWatch(KillSwitch kill, int level, Func<IEnumerable<SwitchedAccount>> accounts)
{
    private const int Looks = 2;
    private const int UnexplainedLooks = 10;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks once. To be called every second, by one thread at a time: two looks are the two snapshots that it takes.</summary>
    public void Look()
    {
        foreach (SwitchedAccount account in accounts())
        {
            (decimal equity, string currency, LossFloor? floor, int needed) = account.Turn.Do(() =>
            {
                AccountSnapshot snapshot = account.Broker.Snapshot().Account;
                return (snapshot.OwnEquity, snapshot.Currency, account.Orders.Floor(), account.State.IsExplained(snapshot.Balance) ? Looks : UnexplainedLooks);
            });
            if (floor is null || equity > floor.Trip)
            {
                _seen.Remove(account.Login);
            }
            else if ((_seen[account.Login] = _seen.GetValueOrDefault(account.Login) + 1) >= needed && kill.Level < level)
            {
                kill.Tighten(level, "host", FormattableString.Invariant($"equity {equity} {currency} is at or below the floor {floor.Highest} and its buffer {floor.Buffer}"));
            }
        }
    }
}
