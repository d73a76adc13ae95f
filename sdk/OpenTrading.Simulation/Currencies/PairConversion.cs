using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Currencies;

/// <summary>Converts through a third pair: credits at the trader's worse side, debits at the other.</summary>
internal abstract class PairConversion : CurrencyConversion
{
    private readonly Instrument _pair;
    private readonly bool _multiplies;

    protected PairConversion(Instrument pair, Instrument traded, string account)
    {
        _pair = pair;
        _multiplies = ConversionSource.Multiplies(pair, traded, account);
    }

    public override bool IsKnown(Market market) => TryQuote(market.Time, RateMoment.Open, out _, out _);

    public override Rate RateFor(Market market, int price, bool credit, RateMoment moment)
    {
        if (!TryQuote(market.Time, moment, out int bid, out int ask))
        {
            throw new InvalidOperationException(
                $"{_pair.Symbol} has no price at {new DateTime(market.Time):yyyy-MM-dd HH:mm} to convert {market.Instrument.Symbol}. "
                + "Start the conversion pair's bars before the first trade.");
        }

        // Swap is converted at the last bid whatever its sign.
        bool atBid = moment == RateMoment.Before || credit == _multiplies;
        return _multiplies ? Rate.Times(_pair, atBid ? bid : ask) : Rate.Over(_pair, atBid ? bid : ask);
    }

    /// <summary>Quote of the pair at a step of the bar or tick of <paramref name="time"/>.</summary>
    protected abstract bool TryQuote(long time, RateMoment moment, out int bid, out int ask);
}
