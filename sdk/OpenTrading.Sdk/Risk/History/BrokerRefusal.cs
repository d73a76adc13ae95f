namespace OpenTrading.Sdk.Risk.History;

/// <summary>A request that the broker refused.</summary>
/// <param name="Time">UTC instant.</param>
/// <param name="Weight">As how many it counts: 5 for a complaint about too many requests, else 1.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BrokerRefusal(DateTime Time, int Weight);
