using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Analysis.Trends;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Packets;

/// <summary>One timeframe for the packet.</summary>
internal static class FrameReading
{
    private const int Digits = 6;

    // What a trader looks at first: trend on two horizons, momentum, strength, place in the channel.
    private static readonly (string Name, string Formula)[] Shown =
    [
        ("ema20", "ema(20)"), ("ema50", "ema(50)"), ("ema200", "ema(200)"), ("rsi", "rsi(14)"), ("adx", "adx(14).adx"),
        ("macdHistogram", "macd(12, 26, 9).histogram"), ("stochK", "stoch(14, 3, 3).k"), ("bbPercentB", "bb(20, 2).percentB"),
    ];

    /// <summary>Reads a timeframe.</summary>
    public static PacketFrame Of(Lookback asked)
    {
        double[][] values = asked.Compute([.. Shown.Select(s => s.Formula), .. TrendReading.Expressions]);
        ContextFrame trend = TrendReading.Of(asked);
        var structure = new MarketStructure(asked.Bars, asked.Swings);
        bool broke = structure.Breaks.Count > 0;
        return new PacketFrame(
            asked.Bars.Timeframe,
            trend.Trend,
            asked.Price(asked.Close),
            trend.AtrPoints,
            Shown.Zip(values).ToDictionary(s => s.First.Name, s => double.IsFinite(s.Second[^1]) ? Rounding.Significant(s.Second[^1], Digits) : (double?)null),
            new PacketStructure(
                structure.Trend,
                broke ? structure.Breaks[^1].WithTrend ? "BOS" : "CHOCH" : null,
                broke ? asked.TimeOf(structure.Breaks[^1].Bar) : null,
                structure.Invalidation is { } price ? asked.Price(price) : null),
            asked.Read.Symbol.Source,
            asked.Stamp.AsOf);
    }
}
