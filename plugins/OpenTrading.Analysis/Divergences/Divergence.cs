using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Divergences;

/// <summary>Two turning points between which price and oscillator went apart.</summary>
/// <param name="Kind">Which went further.</param>
/// <param name="Direction">The side it speaks for: up between lows, down between highs.</param>
/// <param name="From">UTC opening time of the earlier turning point.</param>
/// <param name="To">UTC opening time of the later one, known three bars after it.</param>
/// <param name="PriceDelta">Change of the price, price units.</param>
/// <param name="OscDelta">Change of the oscillator.</param>
public sealed record Divergence(DivergenceKind Kind, Direction Direction, DateTime From, DateTime To, decimal PriceDelta, double OscDelta);
