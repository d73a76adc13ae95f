using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Bars of the store at any timeframe: as they are stored, else aggregated from the longest finer series.</summary>
/// <param name="Stored">The series they come from.</param>
/// <param name="Bars">The bars.</param>
public sealed record StoredBars(StoredSeries Stored, BarSeries Bars)
{
    /// <summary>Timeframe they were aggregated from; null when they are stored as asked.</summary>
    public Timeframe? AggregatedFrom => Stored.Key.Timeframe == Bars.Timeframe ? null : Stored.Key.Timeframe;

    /// <summary>Reads bars by opening time.</summary>
    /// <exception cref="DataException">Neither the series nor a finer one is stored.</exception>
    public static StoredBars Read(IBarStore store, SeriesKey key, DateTime? from, DateTime? to, BrokerDay day)
    {
        Timeframe timeframe = key.Timeframe!.Value;
        if (store.Find(key) is { } stored)
        {
            return new StoredBars(stored, store.ReadBars(key, from, to));
        }

        StoredSeries finer = store.List()
            .Where(s => s.Fault is null && s.Key.Symbol == key.Symbol && s.Key.Source == key.Source && s.Key.Timeframe is { } f && BarAggregator.Fits(f, timeframe))
            .MaxBy(s => s.Key.Timeframe)
            ?? throw new DataException(
                key.ToString(), "neither it nor a finer series is stored", $"Import it: opentrading import FILE --symbol {key.Symbol} --timeframe {timeframe}.");

        // Whole first, then cut: a range that begins inside a bar would otherwise make a bar that never was.
        BarSeries whole = BarAggregator.Aggregate(store.ReadBars(finer.Key), timeframe, day);
        return new StoredBars(finer, from is null && to is null ? whole : Cut(whole, from ?? DateTime.MinValue, to ?? DateTime.MaxValue));
    }

    private static BarSeries Cut(BarSeries bars, DateTime from, DateTime to) => BarSeries.From(
        bars.Symbol,
        bars.Timeframe,
        bars.Source,
        [.. Enumerable.Range(0, bars.Count).Select(i => bars[i]).Where(bar => bar.Time >= from && bar.Time < to)]);
}
