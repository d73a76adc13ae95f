using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Scanner.Factors;

/// <summary>
/// Whether the trends of the timeframes agree. A trend counts half with an average directional index of 15 and wholly from 35 on; none counts nothing.
/// </summary>
internal sealed class TrendFactor : Factor
{
    public override string Name => "trend";

    public override string Absence => "no timeframe";

    public override FactorReading? Read(MarketReading market, TradeDirection direction) => FactorReading.OfLean(
        market.Over(Lean),
        direction,
        string.Join(", ", market.Frames.Select(f => FormattableString.Invariant($"{f.Timeframe} {f.Trend.Trend.ToString().ToLowerInvariant()} (ADX {f.Trend.Strength:0})"))));

    private static double Lean(MarketFrame frame)
    {
        double strength = 0.5 + (0.5 * Math.Clamp((frame.Trend.Strength - 15) / 20, 0, 1));
        return frame.Trend.Trend switch { Direction.Up => strength, Direction.Down => -strength, _ => 0 };
    }
}
