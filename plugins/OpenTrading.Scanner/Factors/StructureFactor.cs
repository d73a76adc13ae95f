using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Scanner.Factors;

/// <summary>Which way the order of highs and lows broke last. A break with the trend counts wholly, one that turned it 0.6.</summary>
internal sealed class StructureFactor : Factor
{
    public override string Name => "structure";

    public override string Absence => "no timeframe";

    public override FactorReading? Read(MarketReading market, TradeDirection direction) => FactorReading.OfLean(
        market.Over(Lean), direction, string.Join(", ", market.Frames.Select(f => $"{f.Timeframe} {Broke(f)}")));

    private static double Lean(MarketFrame frame)
    {
        double counts = frame.Structure.Breaks is [.., { WithTrend: true }] ? 1 : 0.6;
        return frame.Structure.Trend switch { Direction.Up => counts, Direction.Down => -counts, _ => 0 };
    }

    private static string Broke(MarketFrame frame) => frame.Structure.Breaks is [.., { } last]
        ? $"{(last.WithTrend ? "BOS" : "CHOCH")} {last.Direction.ToString().ToLowerInvariant()}"
        : "unbroken";
}
