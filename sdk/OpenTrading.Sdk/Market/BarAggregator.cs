namespace OpenTrading.Sdk.Market;

/// <summary>Builds bars of one timeframe from finer bars or ticks, one at a time. Live sessions and whole series get the same bars.</summary>
/// <remarks>
/// A finer bar belongs to the period in which it opens. A bar opens at the start of its period, whenever its first price came; a period without
/// prices has no bar. The volume is the sum of the finer volumes, or the number of ticks; the spread is that of the last price.
/// </remarks>
/// <param name="timeframe">Length of the bars to build.</param>
/// <param name="day">Where a trading day begins; decides D1, W1 and MN1.</param>
/// <threadsafety>One thread.</threadsafety>
public sealed class BarAggregator(Timeframe timeframe, BrokerDay day)
{
    private BarPeriod _period;
    private Bar _bar;
    private bool _hasBar;

    /// <summary>Takes a finer bar.</summary>
    /// <param name="bar">The next bar in time.</param>
    /// <param name="closed">The bar that this one shows to be finished.</param>
    /// <returns>Whether a bar was finished.</returns>
    /// <exception cref="ArgumentException">The bar opens before the period being built.</exception>
    public bool Add(in Bar bar, out Bar closed)
    {
        bool finished = Enter(bar.Time, out closed);
        _bar = _hasBar
            ? _bar with
            {
                High = Math.Max(_bar.High, bar.High),
                Low = Math.Min(_bar.Low, bar.Low),
                Close = bar.Close,
                Volume = _bar.Volume + bar.Volume,
                Spread = bar.Spread,
            }
            : bar with { Time = _period.Start };
        _hasBar = true;
        return finished;
    }

    /// <summary>Takes a tick.</summary>
    /// <param name="tick">The next tick in time.</param>
    /// <param name="closed">The bar that this tick shows to be finished.</param>
    /// <returns>Whether a bar was finished.</returns>
    /// <exception cref="ArgumentException">The tick is before the period being built.</exception>
    public bool Add(in Tick tick, out Bar closed)
    {
        var bar = new Bar(tick.Time, tick.Bid, tick.Bid, tick.Bid, tick.Bid, 1, tick.Ask - tick.Bid);
        return Add(bar, out closed);
    }

    /// <summary>Finishes the bar by the clock, when its period has ended and no later price has come yet.</summary>
    /// <param name="utc">The time now.</param>
    /// <param name="closed">The finished bar.</param>
    /// <returns>Whether a bar was finished.</returns>
    public bool Close(DateTime utc, out Bar closed)
    {
        if (_hasBar && utc >= _period.End)
        {
            return Flush(out closed);
        }

        closed = default;
        return false;
    }

    /// <summary>Gives the bar as far as it is built and starts afresh; for the end of a series.</summary>
    /// <param name="bar">The bar, perhaps of an unfinished period.</param>
    /// <returns>False when there is none.</returns>
    public bool Flush(out Bar bar)
    {
        bar = _bar;
        bool had = _hasBar;
        _hasBar = false;
        return had;
    }

    /// <summary>Builds a whole series; its last bar may be of an unfinished period.</summary>
    /// <param name="finer">Finer bars.</param>
    /// <param name="timeframe">Length of the bars to build.</param>
    /// <param name="day">Where a trading day begins.</param>
    /// <exception cref="ArgumentException">The finer bars do not fill the longer ones evenly, such as M4 in M6 or W1 in MN1.</exception>
    public static BarSeries Aggregate(BarSeries finer, Timeframe timeframe, BrokerDay day)
    {
        if (!Fits(finer.Timeframe, timeframe))
        {
            throw new ArgumentException($"{finer.Symbol}: {timeframe} bars cannot be built from {finer.Timeframe} bars.", nameof(timeframe));
        }

        var aggregator = new BarAggregator(timeframe, day);
        var bars = new List<Bar>();
        for (int i = 0; i < finer.Count; i++)
        {
            if (aggregator.Add(finer[i], out Bar closed))
            {
                bars.Add(closed);
            }
        }

        if (aggregator.Flush(out Bar last))
        {
            bars.Add(last);
        }

        return BarSeries.From(finer.Symbol, timeframe, finer.Source, bars);
    }

    /// <summary>Whether bars of <paramref name="finer"/> fill a bar of <paramref name="longer"/> evenly.</summary>
    public static bool Fits(Timeframe finer, Timeframe longer) =>
        finer < longer && (longer == Timeframe.MN1 ? finer <= Timeframe.D1 : (int)longer % (int)finer == 0);

    private bool Enter(DateTime time, out Bar closed)
    {
        if (_hasBar && _period.Contains(time))
        {
            closed = default;
            return false;
        }

        if (_hasBar && time < _period.Start)
        {
            throw new ArgumentException(
                $"A price of {time:yyyy-MM-dd HH:mm:ss} comes after the bar of {_period.Start:yyyy-MM-dd HH:mm:ss} began; feed them in order.",
                nameof(time));
        }

        bool finished = Flush(out closed);
        _period = BarPeriod.Of(timeframe, time, day);
        return finished;
    }
}
