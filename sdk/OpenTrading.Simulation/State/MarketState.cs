namespace OpenTrading.Simulation.State;

/// <summary>The last price an engine saw of an instrument. Rollovers missed since are booked at it.</summary>
/// <param name="Time">UTC instant of the bar or tick; the default value when there was none, which an open position does not allow.</param>
/// <param name="Bid">Bid, points.</param>
/// <param name="Spread">Ask minus bid, points.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record MarketState(DateTime Time, int Bid, int Spread);
