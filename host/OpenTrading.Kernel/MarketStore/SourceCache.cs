using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Closed bars of sources that were asked for lately, so that the same question does not go to the source again.</summary>
/// <param name="wall">The wall clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class SourceCache(TimeProvider wall)
{
    private const int MostRows = 20_000;

    // A terminal may correct its history: what it gave is asked again after this.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly Lock _reading = new();
    private readonly Dictionary<SeriesKey, Run> _runs = [];

    /// <summary>Closed bars of a source by opening time, from inclusive to exclusive.</summary>
    public BarSeries Read(IDataSource source, SeriesKey key, DateTime from, DateTime to)
    {
        lock (_reading)
        {
            Run? run = _runs.GetValueOrDefault(key);
            if (run is null || !ReferenceEquals(run.Source, source) || from < run.From || wall.GetElapsedTime(run.Since) > Life)
            {
                BarSeries fresh = source.ReadBars(key, from, to);
                _runs.Remove(key);
                if (fresh.Count is > 0 and <= MostRows)
                {
                    _runs[key] = new Run(source, from, fresh, wall.GetTimestamp());
                }

                return fresh;
            }

            DateTime last = run.Bars[run.Bars.Count - 1].Time;
            if (last < to && source.ReadBars(key, last.AddTicks(1), to) is { Count: > 0 } more)
            {
                _runs[key] = run = run with { Bars = run.Bars.Followed(more) };
            }

            return run.Bars.Between(from, to);
        }
    }

    private sealed record Run(IDataSource Source, DateTime From, BarSeries Bars, long Since);
}
