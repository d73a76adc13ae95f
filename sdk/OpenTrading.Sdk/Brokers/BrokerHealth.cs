namespace OpenTrading.Sdk.Brokers;

/// <summary>How a broker on another machine stands.</summary>
/// <param name="IsConnected">Whether it can be reached, and everything that happened while it could not has been told.</param>
/// <param name="MayTrade">Whether everything on the far side permits trading: terminal, expert, account, and its connection to the broker.</param>
/// <param name="Why">What does not; empty when all does.</param>
/// <param name="HeardAt">UTC instant of the last sign of life; null before the first.</param>
/// <param name="ConnectedAt">UTC instant at which the connection of now began; null without one.</param>
/// <param name="ClockDifference">Host's clock less the broker's estimate of UTC; null when it is not known.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BrokerHealth(bool IsConnected, bool MayTrade, string Why, DateTime? HeardAt, DateTime? ConnectedAt, TimeSpan? ClockDifference);
