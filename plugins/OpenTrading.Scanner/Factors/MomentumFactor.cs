using OpenTrading.Scanner.Markets;

namespace OpenTrading.Scanner.Factors;

/// <summary>
/// How fast the price goes: mean of three readings, each from -1 to 1: rsi(14) from 30 to 70, the macd histogram over 0.15 average true ranges, the
/// change over ten bars over two of them.
/// </summary>
internal sealed class MomentumFactor : Factor
{
    public override string Name => "momentum";

    public override string Absence => "no timeframe";

    public override FactorReading? Read(MarketReading market, TradeDirection direction) => FactorReading.OfLean(
        market.Over(Lean),
        direction,
        FormattableString.Invariant($"{market.Entry.Timeframe} rsi {market.Entry.Rsi:0.0}, stochastic {market.Entry.Stochastic:0}, ten bars {market.Entry.Change / market.Entry.Range:+0.0;-0.0;0.0} average ranges"));

    private static double Lean(MarketFrame frame) =>
        (Math.Clamp((frame.Rsi - 50) / 20, -1, 1)
        + Math.Clamp(frame.MacdHistogram / (0.15 * frame.Range), -1, 1)
        + Math.Clamp(frame.Change / (2 * frame.Range), -1, 1)) / 3;
}
