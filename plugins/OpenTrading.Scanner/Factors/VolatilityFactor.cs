using OpenTrading.Scanner.Markets;

namespace OpenTrading.Scanner.Factors;

/// <summary>Whether the market moves as usual: full with the average true range between its 30th and 70th percentile, nothing at either end. The same for both directions.</summary>
internal sealed class VolatilityFactor : Factor
{
    private const double Usual = 30;

    public override string Name => "volatility";

    public override string Absence => "no timeframe";

    public override FactorReading? Read(MarketReading market, TradeDirection direction) => FactorReading.OfShare(
        Math.Min(market.Entry.Percentile, 100 - market.Entry.Percentile) / Usual,
        FormattableString.Invariant($"{market.Entry.Timeframe} volatility above that of {market.Entry.Percentile:0} % of the bars before"));
}
