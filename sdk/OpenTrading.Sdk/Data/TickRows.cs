using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>Takes ticks from an importer, checks them and keeps them as columns. Several ticks may share a time; their order is kept.</summary>
/// <threadsafety>One thread.</threadsafety>
public sealed class TickRows : ImportRows
{
    private long[] _times = new long[4096];
    private readonly double[][] _columns = new double[4][];

    /// <summary>An empty run of ticks of <paramref name="file"/>.</summary>
    public TickRows(string file, ImportOptions options)
        : base(file, options)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            _columns[i] = new double[_times.Length];
        }
    }

    /// <summary>The tick accepted last; all zero before the first. Formats that print only changes build on it.</summary>
    public Tick Latest => Count == 0
        ? default
        : new Tick(
            new DateTime(LastTime, DateTimeKind.Utc),
            _columns[0][Count - 1],
            _columns[1][Count - 1],
            _columns[2][Count - 1],
            _columns[3][Count - 1]);

    /// <summary>Takes one tick, or rejects it.</summary>
    /// <param name="row">Line of the file, 1 = first line.</param>
    /// <param name="time">UTC ticks.</param>
    /// <param name="bid">Best bid, price units.</param>
    /// <param name="ask">Best ask, price units.</param>
    /// <param name="last">Last traded price, 0 where unknown.</param>
    /// <param name="volume">Volume of the last trade, 0 where unknown.</param>
    /// <exception cref="ImportException">The tick is bad and bad rows are not to be skipped.</exception>
    public void Add(long row, long time, double bid, double ask, double last, double volume)
    {
        bool sound = time >= LastTime && IsPlausible(time) && bid > 0 && bid <= ask && ask < double.PositiveInfinity
            && last >= 0 && last < double.PositiveInfinity && volume >= 0 && volume < double.PositiveInfinity;
        if (!sound)
        {
            RejectUnsound(row, time, bid, ask, last, volume);
            return;
        }

        if (Count == _times.Length)
        {
            Grow();
        }

        int i = Count;
        SeeLine(row);
        _times[i] = time;
        _columns[0][i] = bid;
        _columns[1][i] = ask;
        _columns[2][i] = last;
        _columns[3][i] = volume;
        LastTime = time;
        Count = i + 1;
    }

    /// <summary>The accepted ticks.</summary>
    public TickSeries ToSeries()
    {
        double[] Column(int i) => _columns[i].AsSpan(0, Count).ToArray();
        return new TickSeries(
            Options.Key.Symbol, Options.Key.Source, _times.AsSpan(0, Count).ToArray(), Column(0), Column(1), Column(2), Column(3));
    }

    private void RejectUnsound(long row, long time, double bid, double ask, double last, double volume)
    {
        if (RejectPrice(row, "bid", bid) || RejectPrice(row, "ask", ask))
        {
            return;
        }

        if (ask < bid)
        {
            Reject(row, RowFault.AskBelowBid, Number(ask), $"ask {Number(ask)} is below bid {Number(bid)}");
        }
        else if (!RejectAmount(row, "last", last) && !RejectAmount(row, "volume", volume))
        {
            RejectTime(row, time, mayRepeat: true);
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
