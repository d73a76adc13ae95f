using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Analysis.Trends;

/// <summary>The trend of one timeframe.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public static class TrendReading
{
    private const int WarmupBars = 61;
    private const int RangeBars = 100;
    private const int SlopeBars = 10;
    private static readonly string[] Computed = ["ema(50)", "ema(200)", "adx(14).adx", "atr(14)"];

    /// <summary>What is computed for it, for whoever asks for more and lets all go along the bars together (<see cref="Lookback.Compute"/>).</summary>
    public static IReadOnlyList<string> Expressions => Computed;

    /// <summary>Reads the bars of a timeframe.</summary>
    /// <exception cref="Sdk.Capabilities.CapabilityException">There are too few.</exception>
    public static Lookback Read(BarHistory history, MarketSymbol symbol, Timeframe timeframe) =>
        new(history, symbol, timeframe, RangeBars, WarmupBars, $"the trend on {timeframe}");

    /// <summary>What the bars say.</summary>
    public static ContextFrame Of(Lookback asked)
    {
        double[][] columns = asked.Compute(Computed);
        (double[] fast, double slow) = (columns[0], columns[1][^1]);
        IReadOnlyList<SwingPoint> swings = asked.Swings;
        (double low, double high) = asked.Range;
        return new ContextFrame(
            asked.Bars.Timeframe,
            Trend(asked.Close, fast[^1], double.IsNaN(slow) ? fast[^(1 + SlopeBars)] : slow),
            Math.Round(columns[2][^1], 1),
            asked.Price(fast[^1]),
            double.IsNaN(slow) ? null : asked.Price(slow),
            high > low ? Math.Round(100 * (asked.Close - low) / (high - low), 1) : 50,
            Latest(SwingKind.High),
            Latest(SwingKind.Low),
            asked.Points(columns[3][^1]),
            asked.Stamp.AsOf);

        decimal? Latest(SwingKind kind) => swings.LastOrDefault(s => s.Kind == kind) is { Price: > 0 } last ? asked.Price(last.Price) : null;
    }

    private static Direction Trend(double close, double fast, double slow) =>
        close > fast && fast > slow ? Direction.Up : close < fast && fast < slow ? Direction.Down : Direction.None;
}
