using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Desks;

/// <summary>What an account holds, and how much it may still lose.</summary>
/// <param name="Name">The account as it may be shown: most of the login of one at a broker is hidden, such as <c>76***21@Broker-Demo</c>.</param>
/// <param name="Account">Its money.</param>
/// <param name="Positions">Its open positions, oldest first.</param>
/// <param name="Floor">The equity that it may not fall to, by all rules that hold one; null while none is known.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DeskExposure(string Name, AccountSnapshot Account, IReadOnlyList<Position> Positions, LossFloor? Floor)
{
    /// <summary>How far its own equity may fall before the host stops trading, account currency, 0 or more; null while no floor is known.</summary>
    public decimal? Headroom => Floor is null ? null : Math.Max(0, Account.OwnEquity - Floor.Trip);
}
