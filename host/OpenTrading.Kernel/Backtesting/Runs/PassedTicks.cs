using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>The quotes that a run on ticks has behind it, as a <see cref="QuoteBook"/> keeps them; looked up when somebody asks, for most bars nobody does.</summary>
internal sealed class PassedTicks(Instrument instrument, TickSeries ticks)
{
    private readonly QuoteBook _book = new();
    private int _seen;
    private long _due;

    /// <summary>The quotes of the first <paramref name="count"/> ticks that are not too old by the last of them; null before the first.</summary>
    public QuoteSamples? Upto(int count)
    {
        ReadOnlySpan<long> times = ticks.Times[..count];
        if (_seen < count)
        {
            _due = Math.Max(_due, times[^1] - QuoteBook.Reach.Ticks);
        }

        for (; _seen < count; _seen++)
        {
            if (times[_seen] >= _due)
            {
                _book.Add(Quote(ticks[_seen]));
                _due = times[_seen] + QuoteBook.Apart.Ticks;
            }
        }

        return _book.Of(instrument.Symbol);
    }

    private Quote Quote(in Tick tick) => new(instrument.Symbol, instrument.ToPrice(tick.Bid), instrument.ToPrice(tick.Ask), tick.Time, ticks.Source);
}
