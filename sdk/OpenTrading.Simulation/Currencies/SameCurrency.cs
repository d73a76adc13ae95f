using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Currencies;

/// <summary>Profit accrues in the account currency.</summary>
internal sealed class SameCurrency : CurrencyConversion
{
    public override bool IsIdentity => true;

    public override Rate RateFor(Market market, int price, bool credit, RateMoment moment) => Rate.One;
}
