using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Costs;

namespace OpenTrading.Simulation.Bars;

/// <summary>A bar series converted once to whole points under a spread model, to be shared by any number of runs.</summary>
/// <remarks>Kept bar by bar, not in columns: the engine reads all of a bar at once.</remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class PointBars
{
    private readonly BarPoints[] _bars;

    private PointBars(Instrument instrument, BarPoints[] bars) => (Instrument, _bars) = (instrument, bars);

    /// <summary>Instrument whose points these are.</summary>
    public Instrument Instrument { get; }

    /// <summary>Number of bars.</summary>
    public int Count => _bars.Length;

    /// <summary>The bars, oldest first, with rising times.</summary>
    public ReadOnlySpan<BarPoints> Bars => _bars;

    /// <summary>Bar <paramref name="index"/>, 0 = oldest.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is outside 0 to <see cref="Count"/> - 1.</exception>
    public ref readonly BarPoints this[int index] => ref _bars[index];

    /// <summary>Converts a series.</summary>
    /// <exception cref="ArgumentException">A bar is unsound, beyond the range of points, or not later than the one before it.</exception>
    public static PointBars From(Instrument instrument, BarSeries series, SpreadModel spread)
    {
        var bars = new BarPoints[series.Count];
        for (int i = 0; i < bars.Length; i++)
        {
            bars[i] = BarPoints.From(instrument, series[i], spread);
            if (i > 0 && bars[i].Time <= bars[i - 1].Time)
            {
                throw new ArgumentException(
                    $"{instrument.Symbol}: bar {i} at {series[i].Time:yyyy-MM-dd HH:mm} is not later than the one before it. Sort the bars, drop doubles.");
            }
        }

        return new PointBars(instrument, bars);
    }

    /// <summary>Index of the first bar that opens at or after <paramref name="time"/> (UTC ticks); <see cref="Count"/> when there is none.</summary>
    public int FirstAt(long time)
    {
        int low = 0;
        int high = _bars.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _bars[middle].Time < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
