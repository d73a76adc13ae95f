using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Brokers;

/// <summary>Account, positions and working orders of one instant, consistent with each other.</summary>
/// <param name="Account">The account.</param>
/// <param name="Positions">Open positions, oldest first.</param>
/// <param name="Orders">Working orders, oldest first.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BrokerSnapshot(AccountSnapshot Account, IReadOnlyList<Position> Positions, IReadOnlyList<WorkingOrder> Orders);
