using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>Takes bars from an importer, checks them and keeps them as columns.</summary>
/// <threadsafety>One thread.</threadsafety>
public sealed class BarRows : ImportRows
{
    private const int Usual = 4096;

    private long[] _times = [];
    private readonly double[][] _columns = [[], [], [], [], [], []];

    /// <summary>An empty run of bars of <paramref name="file"/>.</summary>
    public BarRows(string file, ImportOptions options)
        : base(file, options)
    {
    }

    /// <summary>Makes room at once, so that the rows of a long file are not moved again and again while they become more.</summary>
    /// <param name="rows">About how many rows there will be, 0 or more.</param>
    public void Expect(int rows)
    {
        if (rows > _times.Length)
        {
            Resize(rows);
        }
    }

    /// <summary>Takes one bar, or rejects it.</summary>
    /// <param name="row">Line of the file, 1 = first line.</param>
    /// <param name="time">Opening time, UTC ticks.</param>
    /// <param name="open">First bid, price units.</param>
    /// <param name="high">Highest bid.</param>
    /// <param name="low">Lowest bid.</param>
    /// <param name="close">Last bid.</param>
    /// <param name="volume">Volume, 0 where unknown.</param>
    /// <param name="spread">Spread in price units, NaN where unknown.</param>
    /// <exception cref="ImportException">The bar is bad and bad rows are not to be skipped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(long row, long time, double open, double high, double low, double close, double volume, double spread)
    {
        // One chain of comparisons that a NaN fails; the reasons are sorted out only for a bad row.
        bool sound = time > LastTime && IsPlausible(time) && low > 0 && low <= open && open <= high && low <= close && close <= high
            && high < double.PositiveInfinity && volume >= 0 && volume < double.PositiveInfinity && !(spread < 0)
            && spread != double.PositiveInfinity;
        if (!sound)
        {
            RejectUnsound(row, time, open, high, low, close, volume, spread);
            return;
        }

        if (Count == _times.Length)
        {
            Resize(checked(Math.Max(Usual, 2 * _times.Length)));
        }

        int i = Count;
        SeeLine(row);
        _times[i] = time;
        _columns[0][i] = open;
        _columns[1][i] = high;
        _columns[2][i] = low;
        _columns[3][i] = close;
        _columns[4][i] = volume;
        _columns[5][i] = spread;
        LastTime = time;
        Count = i + 1;
    }

    /// <summary>Divides every spread by <paramref name="divisor"/>, for formats that print points and tell the digits last.</summary>
    public void DivideSpreads(double divisor)
    {
        foreach (ref double spread in _columns[5].AsSpan(0, Count))
        {
            spread /= divisor;
        }
    }

    /// <summary>The accepted bars. Their columns are handed over: no row may be added or changed afterwards.</summary>
    /// <exception cref="InvalidOperationException">The key is of ticks.</exception>
    public BarSeries ToSeries()
    {
        SeriesKey key = Options.Key;
        if (key.IsTicks)
        {
            throw new InvalidOperationException($"{key} is not a series of bars.");
        }

        // Room for twice the bars would be held for as long as they are.
        if (Count < _times.Length / 2)
        {
            Resize(Count);
        }

        return new BarSeries(key, Count, _times, _columns);
    }

    private void RejectUnsound(long row, long time, double open, double high, double low, double close, double volume, double spread)
    {
        if (RejectPrice(row, "open", open) || RejectPrice(row, "high", high) || RejectPrice(row, "low", low) || RejectPrice(row, "close", close))
        {
            return;
        }

        if (high < low)
        {
            Reject(row, RowFault.HighBelowLow, Number(high), $"high {Number(high)} is below low {Number(low)}");
        }
        else if (open < low || open > high)
        {
            Reject(row, RowFault.OutsideRange, Number(open), $"open {Number(open)} is outside low {Number(low)} to high {Number(high)}");
        }
        else if (close < low || close > high)
        {
            Reject(row, RowFault.OutsideRange, Number(close), $"close {Number(close)} is outside low {Number(low)} to high {Number(high)}");
        }
        else if (!RejectAmount(row, "volume", volume) && (double.IsNaN(spread) || !RejectAmount(row, "spread", spread)))
        {
            RejectTime(row, time, mayRepeat: false);
        }
    }

    private void Resize(int capacity)
    {
        _times = Moved(_times, capacity);
        foreach (ref double[] column in _columns.AsSpan())
        {
            column = Moved(column, capacity);
        }
    }

    private T[] Moved<T>(T[] column, int capacity)
    {
        T[] moved = GC.AllocateUninitializedArray<T>(capacity);
        column.AsSpan(0, Count).CopyTo(moved);
        return moved;
    }
}
