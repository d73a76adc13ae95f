using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Analysis.Regimes;

namespace OpenTrading.Scanner.Factors;

/// <summary>Whether the kind of market suits: the share of evidence for a trend that way counts wholly, a range 0.4, a quiet market 0.3, a volatile one 0.2.</summary>
internal sealed class RegimeFactor : Factor
{
    public override string Name => "regime";

    public override string Absence => "no timeframe";

    public override FactorReading? Read(MarketReading market, TradeDirection direction)
    {
        IReadOnlyList<double> shares = market.Entry.Shares;
        double with = shares[(int)(direction == TradeDirection.Long ? MarketRegime.TrendUp : MarketRegime.TrendDown)];
        double suits = with + (0.4 * shares[(int)MarketRegime.Range]) + (0.3 * shares[(int)MarketRegime.Quiet]) + (0.2 * shares[(int)MarketRegime.Volatile]);
        return FactorReading.OfShare(suits, FormattableString.Invariant($"{market.Entry.Timeframe} evidence for a trend {(direction == TradeDirection.Long ? "up" : "down")} {100 * with:0} %"));
    }
}
