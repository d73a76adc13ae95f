using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Costs;

namespace OpenTrading.Simulation.Bars;

/// <summary>A bar series converted once to whole points under a spread model, to be shared by any number of runs.</summary>
/// <remarks>Kept in columns: where nothing happens the engine looks at several bars at once, and only at what it needs of them.</remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class PointBars
{
    // Bars that one thread converts at a time.
    private const int Piece = 1 << 16;

    private readonly long[] _times;
    private readonly int[] _open;
    private readonly int[] _high;
    private readonly int[] _low;
    private readonly int[] _close;
    private readonly int[] _spread;

    private PointBars(Instrument instrument, Timeframe timeframe, ReadOnlyMemory<long> times)
    {
        // The column of the series itself, not a copy.
        _times = MemoryMarshal.TryGetArray(times, out ArraySegment<long> column) && column.Offset == 0 ? column.Array! : times.ToArray();
        (Instrument, Timeframe) = (instrument, timeframe);
        int count = times.Length;
        (_open, _high, _low, _close, _spread) = (Column(count), Column(count), Column(count), Column(count), Column(count));
    }

    /// <summary>Instrument whose points these are.</summary>
    public Instrument Instrument { get; }

    /// <summary>Bar length.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>Number of bars.</summary>
    public int Count => _open.Length;

    /// <summary>Opening times, UTC ticks, rising.</summary>
    public ReadOnlySpan<long> Times => new(_times, 0, Count);

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
        var bars = new PointBars(instrument, series.Timeframe, series.TimeColumn);
        int pieces = (series.Count + Piece - 1) / Piece;
        var faults = new ArgumentException?[pieces];
        Parallel.For(0, pieces, piece =>
        {
            try
            {
                bars.Convert(series, spread, piece * Piece, Math.Min(series.Count, (piece + 1) * Piece));
            }
            catch (ArgumentException e)
            {
                faults[piece] = e;
            }
        });

        // The first bad bar is the one that is told of, whoever came upon his first.
        return Array.Find(faults, fault => fault is not null) is { } first ? throw first : bars;
    }

    /// <summary>Index of the first bar that opens at or after <paramref name="time"/> (UTC ticks); <see cref="Count"/> when there is none.</summary>
    public int FirstAt(long time) => Times.BinarySearch(time) is var found && found < 0 ? ~found : found;

    // Every place is written before anybody sees it.
    private static int[] Column(int count) => GC.AllocateUninitializedArray<int>(count);

    // A series is converted once, and that is over before tiered compilation would have helped.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Convert(BarSeries series, SpreadModel spread, int from, int to)
    {
        ReadOnlySpan<long> times = series.Times;
        ReadOnlySpan<double> open = series.Open;
        ReadOnlySpan<double> high = series.High;
        ReadOnlySpan<double> low = series.Low;
        ReadOnlySpan<double> close = series.Close;
        ReadOnlySpan<double> spreads = series.Spread;
        for (int i = from; i < to; i++)
        {
            var bar = new BarPoints(
                times[i],
                PointPrices.FromMarket(Instrument, open[i]),
                PointPrices.FromMarket(Instrument, high[i]),
                PointPrices.FromMarket(Instrument, low[i]),
                PointPrices.FromMarket(Instrument, close[i]),
                spread.Points(times[i], PointPrices.Spread(Instrument, spreads[i])));
            if (!bar.IsSound)
            {
                throw BarPoints.Unsound(Instrument, series[i], bar.Spread);
            }

            if (i > 0 && times[i] <= times[i - 1])
            {
                throw new ArgumentException(
                    $"{Instrument.Symbol}: bar {i} at {series[i].Time:yyyy-MM-dd HH:mm} is not later than the one before it. Sort the bars, drop doubles.");
            }

            _open[i] = bar.Open;
            _high[i] = bar.High;
            _low[i] = bar.Low;
            _close[i] = bar.Close;
            _spread[i] = bar.Spread;
        }
    }
}
