using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Analysis.Regimes;

namespace OpenTrading.Scanner.Factors;

/// <summary>Whether the market goes nowhere: shares of the evidence for a range and for a quiet market. The same for both directions.</summary>
internal sealed class RangeFactor : Factor
{
    public override string Name => "range";

    public override string Absence => "no timeframe";

    public override FactorReading? Read(MarketReading market, TradeDirection direction)
    {
        double share = market.Entry.Shares[(int)MarketRegime.Range] + market.Entry.Shares[(int)MarketRegime.Quiet];
        return FactorReading.OfShare(share, FormattableString.Invariant($"{market.Entry.Timeframe} evidence for a range {100 * share:0} %"));
    }
}
