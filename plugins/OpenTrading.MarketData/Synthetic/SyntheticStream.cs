using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Synthetic;

/// <summary>One followed series of the synthetic feed and the time of its next event.</summary>
internal sealed class SyntheticStream(SeriesKey key, SyntheticMarket market, FractalPrice price, BrokerDay day)
{
    private BarPeriod _period;

    public SeriesKey Key => key;

    /// <summary>UTC time of the next event: the next tick, or the end of the bar being built.</summary>
    public DateTime Due => key.IsTicks ? _period.Start : _period.End;

    /// <summary>Goes to the first event after an instant.</summary>
    public void StartAfter(DateTime utc) => _period = key.IsTicks
        ? TickPeriod((utc.Ticks / FractalPrice.Step) + 1)
        : BarPeriod.Of(key.Timeframe!.Value, utc, day);

    /// <summary>Gives the next event and moves on.</summary>
    public MarketEvent Take()
    {
        DateTime due = Due;
        BarPeriod period = _period;
        if (key.IsTicks)
        {
            long index = due.Ticks / FractalPrice.Step;
            double bid = price.At(index);
            double ask = Math.Floor((bid * market.Instrument.Scale) + 0.5 + market.SpreadPoints) / market.Instrument.Scale;
            _period = TickPeriod(index + 1);
            return new MarketEvent(key, due, default, new Tick(due, bid, ask));
        }

        _period = BarPeriod.Of(key.Timeframe!.Value, period.End, day);
        return new MarketEvent(key, due, SyntheticFeed.BarOf(market, price, period), default);
    }

    private static BarPeriod TickPeriod(long index) =>
        new(new DateTime(index * FractalPrice.Step, DateTimeKind.Utc), new DateTime((index + 1) * FractalPrice.Step, DateTimeKind.Utc));
}
