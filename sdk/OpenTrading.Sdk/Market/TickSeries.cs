namespace OpenTrading.Sdk.Market;

/// <summary>A column-wise, read-only run of ticks of one instrument, oldest first. Several may share a time; their order counts.</summary>
/// <remarks>Columns are shared, never copied; the arrays must not change after construction. Element i of every column belongs to tick i.</remarks>
/// <threadsafety>Safe to read from any thread.</threadsafety>
public sealed class TickSeries
{
    private readonly long[] _times;
    private readonly double[] _bid;
    private readonly double[] _ask;
    private readonly double[] _last;
    private readonly double[] _volume;

    /// <summary>Wraps columns of equal length.</summary>
    /// <param name="symbol">Instrument name.</param>
    /// <param name="source">Where the ticks come from, such as <c>file:EURUSD</c> or <c>synthetic</c>.</param>
    /// <param name="times">UTC ticks (<see cref="DateTime.Ticks"/>), never falling.</param>
    /// <param name="bid">Best bids, price units.</param>
    /// <param name="ask">Best asks, price units.</param>
    /// <param name="last">Last traded prices, 0 where unknown.</param>
    /// <param name="volume">Volumes of the last trade, 0 where unknown.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public TickSeries(string symbol, string source, long[] times, double[] bid, double[] ask, double[] last, double[] volume)
    {
        int n = times.Length;
        if (bid.Length != n || ask.Length != n || last.Length != n || volume.Length != n)
        {
            throw new ArgumentException($"{symbol} ticks: the columns of a tick series must have one length.");
        }

        Symbol = symbol;
        Source = source;
        (_times, _bid, _ask, _last, _volume) = (times, bid, ask, last, volume);
    }

    /// <summary>Instrument name.</summary>
    public string Symbol { get; }

    /// <summary>Where the ticks come from.</summary>
    public string Source { get; }

    /// <summary>Number of ticks.</summary>
    public int Count => _times.Length;

    /// <summary>Times in UTC ticks.</summary>
    public ReadOnlySpan<long> Times => _times;

    /// <summary>Best bids.</summary>
    public ReadOnlySpan<double> Bid => _bid;

    /// <summary>Best asks.</summary>
    public ReadOnlySpan<double> Ask => _ask;

    /// <summary>Last traded prices.</summary>
    public ReadOnlySpan<double> Last => _last;

    /// <summary>Volumes of the last trade.</summary>
    public ReadOnlySpan<double> Volume => _volume;

    /// <summary>Tick <paramref name="index"/>, 0 = oldest.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is outside 0 to <see cref="Count"/> - 1.</exception>
    public Tick this[int index] =>
        new(new DateTime(_times[index], DateTimeKind.Utc), _bid[index], _ask[index], _last[index], _volume[index]);
}
