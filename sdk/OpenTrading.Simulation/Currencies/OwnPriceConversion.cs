using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Currencies;

/// <summary>The base currency is the account's, such as USDJPY on a USD account: divide by the pair's own price.</summary>
internal sealed class OwnPriceConversion : CurrencyConversion
{
    public override Rate RateFor(Market market, int price, bool credit, RateMoment moment) => Rate.Over(market.Instrument, price);
}
