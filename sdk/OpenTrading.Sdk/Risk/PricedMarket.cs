using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Risk;

/// <summary>An instrument that the account holds something in, and its price.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Quote">Its latest quote; null when there is none.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record PricedMarket(Instrument Instrument, Quote? Quote);
