using OpenTrading.Scanner.Markets;

namespace OpenTrading.Scanner.Factors;

/// <summary>How far the price has run from its average of 20 bars, for the way back: 100 at two average true ranges on the other side, 0 at two on this.</summary>
internal sealed class StretchFactor : Factor
{
    private const double FullRanges = 2;

    public override string Name => "stretch";

    public override string Absence => "no timeframe";

    public override FactorReading? Read(MarketReading market, TradeDirection direction) => FactorReading.OfLean(
        -market.Entry.Stretch / FullRanges, direction, FormattableString.Invariant($"{market.Entry.Timeframe} close {market.Entry.Stretch:+0.0;-0.0;0.0} average ranges from its mean"));
}
