using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>Takes bars from an importer, checks them and keeps them as columns.</summary>
/// <threadsafety>One thread.</threadsafety>
public sealed class BarRows : ImportRows
{
    private long[] _times = new long[4096];
    private readonly double[][] _columns = new double[6][];

    /// <summary>An empty run of bars of <paramref name="file"/>.</summary>
    public BarRows(string file, ImportOptions options)
        : base(file, options)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            _columns[i] = new double[_times.Length];
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
            Grow();
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

    /// <summary>The accepted bars.</summary>
    /// <exception cref="InvalidOperationException">The key is of ticks.</exception>
    public BarSeries ToSeries()
    {
        SeriesKey key = Options.Key;
        Timeframe timeframe = key.Timeframe ?? throw new InvalidOperationException($"{key} is not a series of bars.");
        double[] Column(int i) => _columns[i].AsSpan(0, Count).ToArray();
        return new BarSeries(
            key.Symbol, timeframe, key.Source, _times.AsSpan(0, Count).ToArray(), Column(0), Column(1), Column(2), Column(3), Column(4), Column(5));
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

    private void Grow()
    {
        int capacity = checked(_times.Length * 2);
        Array.Resize(ref _times, capacity);
        for (int i = 0; i < _columns.Length; i++)
        {
            Array.Resize(ref _columns[i], capacity);
        }
    }
}
