namespace OpenTrading.Sdk.Analysis.Regimes;

/// <summary>A stretch of one regime.</summary>
/// <param name="Regime">Which.</param>
/// <param name="From">UTC opening time of its first bar.</param>
/// <param name="To">UTC opening time of its last bar.</param>
/// <param name="Bars">How long it lasted.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RegimeSpan(MarketRegime Regime, DateTime From, DateTime To, int Bars);
