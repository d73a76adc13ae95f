using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>A part of a stored series, or of a longer timeframe made of it, that is whole between two times: only what was asked for is read, and a little around it.</summary>
/// <param name="Stored">The series it comes from.</param>
/// <param name="Bars">Its bars.</param>
/// <param name="Start">Every bar of the series that opens from here on, up to the end, is in it.</param>
/// <param name="End">Exclusive.</param>
internal sealed record StoredRun(StoredSeries Stored, BarSeries Bars, DateTime Start, DateTime End)
{
    // A question is seldom asked once: the next one wants a few bars more, or the ones that closed meanwhile.
    private const int Around = 1000;

    /// <summary>Whether it holds the newest bars before a time, so many of them, or all since a time.</summary>
    public bool Covers(int count, DateTime? from, DateTime to) => End >= to && (Start <= (from ?? DateTime.MinValue) || Bars.IndexAt(to) >= count);

    /// <summary>These bars.</summary>
    public BarSeries Newest(int count, DateTime? from, DateTime to)
    {
        int end = Bars.IndexAt(to);
        return Bars.Slice(Math.Max(end - count, from is { } start ? Bars.IndexAt(start) : 0), end);
    }

    /// <summary>Reads a run that covers a request.</summary>
    /// <exception cref="DataException">The series is corrupt.</exception>
    public static StoredRun Read(SeriesStore store, StoredSeries stored, Timeframe timeframe, int count, DateTime? from, DateTime to, BrokerDay day)
    {
        if (stored.Key.Timeframe == timeframe)
        {
            return Of(stored, store.ReadBars(stored.Key, from, to, Math.Max(count, Around), Around), from);
        }

        // How many finer bars fill the longer ones is not known before they are read: hours are closed, months differ, clocks change.
        int ratio = (int)(timeframe.Length() / stored.Key.Timeframe!.Value.Length());
        DateTime? first = from is { } start ? BarPeriod.Of(timeframe, start, day).Start : null;
        for (long rows = Math.Max((count + 2L) * ratio, Around); ; rows *= 2)
        {
            int before = (int)Math.Min(rows, int.MaxValue);
            StoredRun run = Longer(Of(stored, store.ReadBars(stored.Key, first, to, before, (2 * ratio) + Around), first), timeframe, day);
            if (run.Covers(count, from, to))
            {
                return run;
            }
        }
    }

    private static StoredRun Of(StoredSeries stored, SeriesWindow window, DateTime? from)
    {
        BarSeries bars = window.Bars;
        DateTime start = window.IsFromStart ? DateTime.MinValue : window.IsCut ? bars[0].Time : from!.Value;
        return new StoredRun(stored, bars, start, window.IsToEnd ? DateTime.MaxValue : bars[bars.Count - 1].Time.AddTicks(1));
    }

    // A period of which the run may hold a part only would make a bar that never was.
    private static StoredRun Longer(StoredRun finer, Timeframe timeframe, BrokerDay day)
    {
        BarSeries bars = BarAggregator.Aggregate(finer.Bars, timeframe, day);
        DateTime start = finer.Start == DateTime.MinValue || bars.Count == 0 ? finer.Start : UpTo(finer.Start);
        DateTime end = finer.End == DateTime.MaxValue ? finer.End : BarPeriod.Of(timeframe, finer.End, day).Start;
        return new StoredRun(finer.Stored, bars.Between(start, end), start, end);

        DateTime UpTo(DateTime time) => BarPeriod.Of(timeframe, time, day) is var period && period.Start == time ? time : period.End;
    }
}
