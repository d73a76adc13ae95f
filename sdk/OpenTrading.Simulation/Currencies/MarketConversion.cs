using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Currencies;

/// <summary>Rates from another instrument of the same engine, which is fed first at equal times.</summary>
internal sealed class MarketConversion(Market pair, Instrument traded, string account)
    : PairConversion(pair.Instrument, traded, account)
{
    protected override bool TryQuote(long time, RateMoment moment, out int bid, out int ask)
    {
        bool sameTime = pair.Time == time;

        // A pair already one bar ahead must not show that bar's close; a later tick, however, is simply the present quote.
        bool ahead = pair.Time > time && !pair.InTicks;
        (int price, int spread) = moment switch
        {
            _ when ahead => (pair.PreviousClose, pair.PreviousSpread),
            RateMoment.Before when sameTime => (pair.PreviousClose, pair.PreviousSpread),
            RateMoment.Open when sameTime => (pair.Open, pair.Spread),
            _ => (pair.Close, pair.Spread),
        };
        (bid, ask) = (price, price + spread);
        return price > 0;
    }
}
