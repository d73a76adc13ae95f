using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Market;

/// <summary>One series that is followed: how far it was told, and what waits until the part before it is told.</summary>
/// <param name="key">The series.</param>
/// <param name="since">UTC instant from which on it is followed.</param>
/// <param name="day">Where a trading day begins.</param>
/// <threadsafety>One thread at a time.</threadsafety>
internal sealed class FollowedSeries(SeriesKey key, DateTime since, BrokerDay day)
{
    // What waits longer than this is in the history by then.
    private const int MostHeld = 10_000;

    private readonly Queue<MarketEvent> _held = new();
    private bool _isHolding = true;
    private DateTime _last = key.Timeframe is { } timeframe ? BarPeriod.Of(timeframe, since, day).Start.AddTicks(-1) : since;
    private int _atLast;

    /// <summary>The series.</summary>
    public SeriesKey Key => key;

    /// <summary>First time that was not told yet, UTC; of ticks the last one that was, for more of it may come.</summary>
    public DateTime From => key.IsTicks ? _last : _last.AddTicks(1);

    /// <summary>Lets what comes wait: before it something is missing.</summary>
    public void Hold() => _isHolding = true;

    /// <summary>Takes a bar that closed.</summary>
    /// <returns>What is to be told now.</returns>
    public IEnumerable<MarketEvent> Take(Bar bar) => Take(Event(bar));

    /// <summary>Takes a tick.</summary>
    /// <returns>What is to be told now.</returns>
    public IEnumerable<MarketEvent> Take(Tick tick) => Take(new MarketEvent(key, tick.Time, default, tick));

    /// <summary>Takes bars of the history; what waited follows them.</summary>
    /// <returns>What is to be told now.</returns>
    public IEnumerable<MarketEvent> CatchUp(IEnumerable<Bar> bars) => CatchUp([.. bars.Select(Event)]);

    /// <summary>Takes ticks of the history; what waited follows them.</summary>
    /// <returns>What is to be told now.</returns>
    public IEnumerable<MarketEvent> CatchUp(IReadOnlyList<Tick> ticks) =>
        CatchUp([.. ticks.Where(t => t.Time == _last).Skip(_atLast).Concat(ticks.Where(t => t.Time > _last)).Select(t => new MarketEvent(key, t.Time, default, t))]);

    private MarketEvent Event(Bar bar) => new(key, BarPeriod.OfBar(key.Timeframe!.Value, bar.Time, day).End, bar, default);

    private IEnumerable<MarketEvent> Take(MarketEvent e)
    {
        if (_isHolding)
        {
            _held.Enqueue(e);
            if (_held.Count > MostHeld)
            {
                _held.Dequeue();
            }

            return [];
        }

        return IsNew(e) ? [Passed(e)] : [];
    }

    private List<MarketEvent> CatchUp(MarketEvent[] past)
    {
        var told = new List<MarketEvent>();
        foreach (MarketEvent e in past.Where(IsNew))
        {
            told.Add(Passed(e));
        }

        // Live ticks that the history held already are not told twice; at its last instant the history is whole.
        DateTime reached = _last;
        told.AddRange(_held.Where(h => key.IsTicks && past.Length > 0 ? h.Time > reached : IsNew(h)).Select(Passed));
        _held.Clear();
        _isHolding = false;
        return told;
    }

    private bool IsNew(MarketEvent e) => key.IsTicks ? e.Time >= _last : e.Bar.Time > _last;

    private MarketEvent Passed(MarketEvent e)
    {
        DateTime time = key.IsTicks ? e.Time : e.Bar.Time;
        _atLast = time == _last ? _atLast + 1 : 1;
        _last = time;
        return e;
    }
}
