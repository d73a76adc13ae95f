using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Costs;

namespace OpenTrading.Simulation.Bars;

/// <summary>A bar series converted once to whole points, column-wise, to be shared by any number of runs.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class PointColumns
{
    private readonly long[] _times;
    private readonly int[] _open;
    private readonly int[] _high;
    private readonly int[] _low;
    private readonly int[] _close;
    private readonly int[] _spread;

    private PointColumns(Instrument instrument, long[] times)
    {
        Instrument = instrument;
        _times = times;
        (_open, _high, _low, _close, _spread) =
            (new int[times.Length], new int[times.Length], new int[times.Length], new int[times.Length], new int[times.Length]);
    }

    /// <summary>Instrument whose points these are.</summary>
    public Instrument Instrument { get; }

    /// <summary>Number of bars.</summary>
    public int Count => _times.Length;

    /// <summary>Opening times, UTC ticks, rising.</summary>
    public ReadOnlySpan<long> Times => _times;

    /// <summary>First bids.</summary>
    public ReadOnlySpan<int> Open => _open;

    /// <summary>Highest bids.</summary>
    public ReadOnlySpan<int> High => _high;

    /// <summary>Lowest bids.</summary>
    public ReadOnlySpan<int> Low => _low;

    /// <summary>Last bids.</summary>
    public ReadOnlySpan<int> Close => _close;

    /// <summary>Spreads after the spread model.</summary>
    public ReadOnlySpan<int> Spread => _spread;

    /// <summary>Bar <paramref name="index"/>, 0 = oldest.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is outside 0 to <see cref="Count"/> - 1.</exception>
    public BarPoints this[int index] =>
        new(_times[index], _open[index], _high[index], _low[index], _close[index], _spread[index]);

    /// <summary>Converts a series under a spread model.</summary>
    /// <exception cref="ArgumentException">A bar is unsound, beyond the range of points, or not later than the one before it.</exception>
    public static PointColumns From(Instrument instrument, BarSeries series, SpreadModel spread)
    {
        var columns = new PointColumns(instrument, series.Times.ToArray());
        for (int i = 0; i < series.Count; i++)
        {
            var bar = BarPoints.From(instrument, series[i], spread);
            if (i > 0 && bar.Time <= columns._times[i - 1])
            {
                throw new ArgumentException($"{instrument.Symbol}: bar {i} at {new DateTime(bar.Time):yyyy-MM-dd HH:mm} is not later than the one before it.");
            }

            (columns._open[i], columns._high[i], columns._low[i], columns._close[i], columns._spread[i]) =
                (bar.Open, bar.High, bar.Low, bar.Close, bar.Spread);
        }

        return columns;
    }

    /// <summary>Index of the last bar that opened at or before <paramref name="time"/>, -1 when there is none.</summary>
    public int IndexAt(long time)
    {
        int index = Array.BinarySearch(_times, time);
        return index >= 0 ? index : ~index - 1;
    }
}
