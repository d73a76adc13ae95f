using System.Runtime.InteropServices;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Costs;

namespace OpenTrading.Simulation.Bars;

/// <summary>A bar series converted once to whole points under a spread model, to be shared by any number of runs.</summary>
/// <remarks>Kept in columns: where nothing happens the engine looks at several bars at once, and only at what it needs of them.</remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class PointBars
{
    private readonly long[] _times;
    private readonly int[] _open;
    private readonly int[] _high;
    private readonly int[] _low;
    private readonly int[] _close;
    private readonly int[] _spread;

    private PointBars(Instrument instrument, ReadOnlyMemory<long> times)
    {
        // The column of the series itself, not a copy.
        _times = MemoryMarshal.TryGetArray(times, out ArraySegment<long> column) && column.Array!.Length == times.Length ? column.Array : times.ToArray();
        Instrument = instrument;
        int count = times.Length;
        (_open, _high, _low, _close, _spread) = (new int[count], new int[count], new int[count], new int[count], new int[count]);
    }

    /// <summary>Instrument whose points these are.</summary>
    public Instrument Instrument { get; }

    /// <summary>Number of bars.</summary>
    public int Count => _open.Length;

    /// <summary>Opening times, UTC ticks, rising.</summary>
    public ReadOnlySpan<long> Times => _times;

    /// <summary>Highest bids, points.</summary>
    public ReadOnlySpan<int> High => _high;

    /// <summary>Lowest bids, points.</summary>
    public ReadOnlySpan<int> Low => _low;

    /// <summary>Last bids, points.</summary>
    public ReadOnlySpan<int> Close => _close;

    /// <summary>Spreads, points.</summary>
    public ReadOnlySpan<int> Spread => _spread;

    /// <summary>Bar <paramref name="index"/>, 0 = oldest.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is outside 0 to <see cref="Count"/> - 1.</exception>
    public BarPoints this[int index] => new(_times[index], _open[index], _high[index], _low[index], _close[index], _spread[index]);

    /// <summary>Converts a series.</summary>
    /// <exception cref="ArgumentException">A bar is unsound, beyond the range of points, or not later than the one before it.</exception>
    public static PointBars From(Instrument instrument, BarSeries series, SpreadModel spread)
    {
        var bars = new PointBars(instrument, series.TimeColumn);
        for (int i = 0; i < bars.Count; i++)
        {
            var bar = BarPoints.From(instrument, series[i], spread);
            (bars._open[i], bars._high[i], bars._low[i], bars._close[i], bars._spread[i]) = (bar.Open, bar.High, bar.Low, bar.Close, bar.Spread);
            if (i > 0 && bar.Time <= series.Times[i - 1])
            {
                throw new ArgumentException(
                    $"{instrument.Symbol}: bar {i} at {series[i].Time:yyyy-MM-dd HH:mm} is not later than the one before it. Sort the bars, drop doubles.");
            }
        }

        return bars;
    }

    /// <summary>Index of the first bar that opens at or after <paramref name="time"/> (UTC ticks); <see cref="Count"/> when there is none.</summary>
    public int FirstAt(long time) => Times.BinarySearch(time) is var found && found < 0 ? ~found : found;
}
