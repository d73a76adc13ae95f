namespace OpenTrading.Sdk.Risk;

/// <summary>What a broker said of an instrument, to be compared with what the host reckons.</summary>
/// <param name="Age">Time since it was read.</param>
/// <param name="IsKnownMode">Whether the host knows how the broker calculates profit.</param>
/// <param name="TickValue">Broker's value of one tick of one lot when it is lost, account currency.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BrokerSpec(TimeSpan Age, bool IsKnownMode, decimal TickValue);
