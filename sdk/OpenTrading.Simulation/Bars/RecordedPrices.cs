using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Bars;

/// <summary>
/// The recorded prices of one instrument, run one bar at a time: by the ticks inside it where ticks are known, else by the bars of a lower timeframe,
/// else by the bar itself.
/// </summary>
/// <threadsafety>One thread at a time; an object for each run.</threadsafety>
public sealed class RecordedPrices
{
    private readonly PointBars _bars;
    private readonly LowerBars? _lower;
    private readonly long _lowerLength;
    private readonly TickSeries? _ticks;

    /// <summary>Prices that stand at their beginning.</summary>
    /// <param name="bars">Bars of the instrument, which the engine's setup holds too.</param>
    /// <param name="lower">Bars of the same instrument in a lower timeframe; null where there are none.</param>
    /// <param name="ticks">Its ticks; null where there are none.</param>
    /// <exception cref="ArgumentException">The lower bars belong to another instrument.</exception>
    public RecordedPrices(PointBars bars, PointBars? lower = null, TickSeries? ticks = null)
    {
        (_bars, _ticks) = (bars, ticks);
        _lower = lower is null ? null : new LowerBars(bars, lower);
        _lowerLength = lower?.Timeframe.Length().Ticks ?? 0;
    }

    /// <summary>Bars begun so far, and so the index of the next one.</summary>
    public int Count { get; private set; }

    /// <summary>Ticks run so far.</summary>
    public int Ticks { get; private set; }

    /// <summary>Bars so far without lower bars, run by the engine's intrabar model instead; 0 where no lower bars were given.</summary>
    public int FallbackBars => _lower?.FallbackBars ?? 0;

    /// <summary>When the last price was made, UTC: the time of the last tick, else the close of the last bar run; the smallest time before the first.</summary>
    public DateTime LastPrice { get; private set; }

    /// <summary>Runs the next bar.</summary>
    /// <param name="engine">Runs it.</param>
    /// <param name="instrument">Index of the instrument.</param>
    /// <param name="close">When the bar closes, UTC ticks.</param>
    /// <param name="before">
    /// Told the time of every bar or tick, UTC, before it is run, so that it may look at the account as the price before left it. Ticks are left out while
    /// the account is idle and they can do nothing. Null when nobody asks.
    /// </param>
    public void Run(MatchingEngine engine, int instrument, long close, Action<DateTime>? before = null)
    {
        int index = Count++;
        if (_ticks is not null)
        {
            RunTicks(engine, instrument, _ticks, close, before);
            LastPrice = engine.Time(instrument);
        }
        else if (_lower?.Run(engine, instrument, index, before) == true)
        {
            LastPrice = new DateTime(Math.Min(close, engine.Time(instrument).Ticks + _lowerLength), DateTimeKind.Utc);
        }
        else
        {
            if (_lower is null)
            {
                before?.Invoke(new DateTime(_bars.Times[index], DateTimeKind.Utc));
                engine.OnBar(instrument, index);
            }

            LastPrice = new DateTime(close, DateTimeKind.Utc);
        }
    }

    private void RunTicks(MatchingEngine engine, int instrument, TickSeries ticks, long close, Action<DateTime>? before)
    {
        while (before is not null && !engine.IsIdle && Ticks < ticks.Count && ticks.Times[Ticks] < close)
        {
            Tick tick = ticks[Ticks++];
            before(tick.Time);
            engine.OnTick(instrument, tick);
        }

        Ticks = engine.RunTicks(instrument, ticks, Ticks, close);
    }
}
