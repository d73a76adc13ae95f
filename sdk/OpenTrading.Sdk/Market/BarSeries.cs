using OpenTrading.Sdk.Data;

namespace OpenTrading.Sdk.Market;

/// <summary>A column-wise, read-only run of bars of one instrument and timeframe, oldest first.</summary>
/// <remarks>Columns are shared, never copied; the arrays must not change after construction. Element i of every column belongs to bar i.</remarks>
/// <threadsafety>Safe to read from any thread.</threadsafety>
public sealed class BarSeries
{
    private readonly long[] _times;
    private readonly double[] _open;
    private readonly double[] _high;
    private readonly double[] _low;
    private readonly double[] _close;
    private readonly double[] _volume;
    private readonly double[] _spread;

    /// <summary>Wraps columns of equal length.</summary>
    /// <param name="symbol">Instrument name.</param>
    /// <param name="timeframe">Bar length.</param>
    /// <param name="source">Where the bars come from, such as <c>file:EURUSD</c> or <c>synthetic</c>.</param>
    /// <param name="times">Opening times, UTC ticks (<see cref="DateTime.Ticks"/>), strictly rising.</param>
    /// <param name="open">First bids.</param>
    /// <param name="high">Highest bids.</param>
    /// <param name="low">Lowest bids.</param>
    /// <param name="close">Last bids.</param>
    /// <param name="volume">Volumes, 0 where unknown.</param>
    /// <param name="spread">Spreads in price units, NaN where unknown.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public BarSeries(
        string symbol,
        Timeframe timeframe,
        string source,
        long[] times,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume,
        double[] spread)
    {
        int n = times.Length;
        if (open.Length != n || high.Length != n || low.Length != n || close.Length != n || volume.Length != n || spread.Length != n)
        {
            throw new ArgumentException($"{symbol} {timeframe}: the columns of a bar series must have one length.");
        }

        (Symbol, Timeframe, Source, Count) = (symbol, timeframe, source, n);
        (_times, _open, _high, _low, _close, _volume, _spread) = (times, open, high, low, close, volume, spread);
    }

    /// <summary>Wraps columns with room to spare: what stands behind the bars is none of theirs.</summary>
    internal BarSeries(SeriesKey key, int count, long[] times, double[][] columns)
    {
        (Symbol, Timeframe, Source, Count) = (key.Symbol, key.Timeframe!.Value, key.Source, count);
        (_times, _open, _high, _low, _close, _volume, _spread) = (times, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
    }

    /// <summary>Instrument name.</summary>
    public string Symbol { get; }

    /// <summary>Bar length.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>Where the bars come from.</summary>
    public string Source { get; }

    /// <summary>Number of bars.</summary>
    public int Count { get; }

    /// <summary>Opening times in UTC ticks.</summary>
    public ReadOnlySpan<long> Times => new(_times, 0, Count);

    /// <summary>The same column in a form that can be kept: whoever has a value for each bar need not copy its times.</summary>
    public ReadOnlyMemory<long> TimeColumn => _times.AsMemory(0, Count);

    /// <summary>First bids.</summary>
    public ReadOnlySpan<double> Open => new(_open, 0, Count);

    /// <summary>Highest bids.</summary>
    public ReadOnlySpan<double> High => new(_high, 0, Count);

    /// <summary>Lowest bids.</summary>
    public ReadOnlySpan<double> Low => new(_low, 0, Count);

    /// <summary>Last bids.</summary>
    public ReadOnlySpan<double> Close => new(_close, 0, Count);

    /// <summary>Volumes.</summary>
    public ReadOnlySpan<double> Volume => new(_volume, 0, Count);

    /// <summary>Spreads in price units, NaN where unknown.</summary>
    public ReadOnlySpan<double> Spread => new(_spread, 0, Count);

    /// <summary>Bar <paramref name="index"/>, 0 = oldest.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is outside 0 to <see cref="Count"/> - 1.</exception>
    public Bar this[int index] => new(
        new DateTime(Times[index], DateTimeKind.Utc), _open[index], _high[index], _low[index], _close[index], _volume[index], _spread[index]);

    /// <summary>Lays bars out one by one.</summary>
    /// <param name="from">The first.</param>
    /// <param name="bars">Receives as many as it has room for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many from there on.</exception>
    public void CopyTo(int from, Span<Bar> bars)
    {
        ReadOnlySpan<long> times = Times.Slice(from, bars.Length);
        ReadOnlySpan<double> open = Open.Slice(from, bars.Length);
        ReadOnlySpan<double> high = High.Slice(from, bars.Length);
        ReadOnlySpan<double> low = Low.Slice(from, bars.Length);
        ReadOnlySpan<double> close = Close.Slice(from, bars.Length);
        ReadOnlySpan<double> volume = Volume.Slice(from, bars.Length);
        ReadOnlySpan<double> spread = Spread.Slice(from, bars.Length);
        for (int i = 0; i < bars.Length; i++)
        {
            bars[i] = new Bar(new DateTime(times[i], DateTimeKind.Utc), open[i], high[i], low[i], close[i], volume[i], spread[i]);
        }
    }

    /// <summary>Collects bars into columns.</summary>
    public static BarSeries From(string symbol, Timeframe timeframe, string source, IReadOnlyList<Bar> bars)
    {
        int n = bars.Count;
        var series = new BarSeries(
            symbol, timeframe, source, new long[n], new double[n], new double[n], new double[n], new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++)
        {
            Bar bar = bars[i];
            series._times[i] = bar.Time.Ticks;
            series._open[i] = bar.Open;
            series._high[i] = bar.High;
            series._low[i] = bar.Low;
            series._close[i] = bar.Close;
            series._volume[i] = bar.Volume;
            series._spread[i] = bar.Spread;
        }

        return series;
    }
}
