using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Parts of bar series, cut by time.</summary>
public static class BarSlices
{
    /// <summary>Index of the first bar that opens at or after an instant.</summary>
    public static int IndexAt(this BarSeries bars, DateTime utc)
    {
        int at = bars.Times.BinarySearch(utc.Ticks);
        return at >= 0 ? at : ~at;
    }

    /// <summary>Bars from one index, inclusive, to another, exclusive.</summary>
    public static BarSeries Slice(this BarSeries bars, int from, int to)
    {
        Range range = from..Math.Max(from, to);
        return from == 0 && to == bars.Count ? bars : new BarSeries(
            bars.Symbol, bars.Timeframe, bars.Source, bars.Times[range].ToArray(), bars.Open[range].ToArray(), bars.High[range].ToArray(),
            bars.Low[range].ToArray(), bars.Close[range].ToArray(), bars.Volume[range].ToArray(), bars.Spread[range].ToArray());
    }

    /// <summary>Bars that open in a span; null leaves a side open.</summary>
    public static BarSeries Between(this BarSeries bars, DateTime? from, DateTime? to) =>
        bars.Slice(from is { } first ? bars.IndexAt(first) : 0, to is { } end ? bars.IndexAt(end) : bars.Count);

    /// <summary>Bars that open in a span.</summary>
    public static BarSeries Between(this BarSeries bars, DateTime from, DateTime to) => bars.Slice(bars.IndexAt(from), bars.IndexAt(to));

    /// <summary>These bars and later ones.</summary>
    public static BarSeries Followed(this BarSeries bars, BarSeries later) => new(
        bars.Symbol, bars.Timeframe, bars.Source, [.. bars.Times, .. later.Times], [.. bars.Open, .. later.Open], [.. bars.High, .. later.High],
        [.. bars.Low, .. later.Low], [.. bars.Close, .. later.Close], [.. bars.Volume, .. later.Volume], [.. bars.Spread, .. later.Spread]);
}
