using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Replay;

/// <summary>One replayed series and its place in it.</summary>
internal sealed class ReplayCursor
{
    private readonly BarSeries? _bars;
    private readonly TickSeries? _ticks;
    private readonly BrokerDay _day;
    private int _index;

    public ReplayCursor(SeriesKey key, IBarStore store, DateTime? from, DateTime? to, BrokerDay day)
    {
        (Key, _day) = (key, day);
        if (key.IsTicks)
        {
            _ticks = store.ReadTicks(key, from, to);
        }
        else
        {
            _bars = store.ReadBars(key, from, to);
        }

        Next();
    }

    public SeriesKey Key { get; }

    /// <summary>UTC time at which the current row became known; <see cref="DateTime.MaxValue"/> after the last.</summary>
    public DateTime Due { get; private set; }

    public bool Ended => Due == DateTime.MaxValue;

    /// <summary>Gives the current row and moves on.</summary>
    public MarketEvent Take()
    {
        var taken = new MarketEvent(Key, Due, _bars is null ? default : _bars[_index], _ticks is null ? default : _ticks[_index]);
        _index++;
        Next();
        return taken;
    }

    private void Next()
    {
        int count = _bars?.Count ?? _ticks!.Count;
        Due = _index == count ? DateTime.MaxValue
            : _bars is null ? new DateTime(_ticks!.Times[_index], DateTimeKind.Utc)
            : BarPeriod.OfBar(_bars.Timeframe, new DateTime(_bars.Times[_index], DateTimeKind.Utc), _day).End;
    }
}
