using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Strategies.Classic;

/// <summary>
/// Trades with the trend of two means after a pullback: in an up-trend it buys when the RSI turns up through the lower level, in a down-trend it
/// sells when the RSI turns down through the upper one. Stop and target are multiples of the ATR.
/// </summary>
[Strategy("sma-rsi-baseline", Description = "Buys pullbacks of an up-trend and sells rallies of a down-trend, judged by two SMAs and the RSI.",
    EntryRules = ["buy: fast mean above the slow one, and the RSI turns up through the pullback level", "sell: fast mean below the slow one, and the RSI turns down through 100 less that level"],
    ExitRules = ["stop at stopAtr and target at targetAtr average ranges from the close"])]
public sealed class SmaRsiBaseline(
    [Parameter(2, 500, Description = "bars of the fast mean")] int fast = 20,
    [Parameter(5, 1000, Description = "bars of the slow mean")] int slow = 50,
    [Parameter(2, 100, Description = "bars of the RSI")] int rsi = 14,
    [Parameter(5, 50, Description = "RSI level that a pullback falls below")] double pullback = 40,
    [Parameter(0.2, 20, Step = 0.1, Description = "stop distance in ATRs")] double stopAtr = 2,
    [Parameter(0.2, 40, Step = 0.1, Description = "target distance in ATRs")] double targetAtr = 3) : Strategy
{
    private readonly Sma _fast = new(fast);
    private readonly Sma _slow = new(slow);
    private readonly Rsi _rsi = new(rsi);
    private readonly Atr _atr = new(14);
    private double _lastRsi = double.NaN;

    public override int WarmupBars => Math.Max(slow, rsi * 4);

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close;
        double fastMean = _fast.Update(close);
        double slowMean = _slow.Update(close);
        double trend = fastMean - slowMean;
        double before = _lastRsi;
        double now = _lastRsi = _rsi.Update(close);
        double atr = _atr.Update(context.Bar).Atr;
        if (double.IsNaN(trend) || double.IsNaN(before) || !(atr > 0) || context.Position is not null)
        {
            return;
        }

        double rally = 100 - pullback;
        context.Input("fast mean", fastMean);
        context.Input("slow mean", slowMean);
        context.Input("RSI before", before);
        context.Input("RSI", now);
        context.Input("ATR", atr);
        if (context.Rule("buy: fast mean above the slow one", trend > 0, fastMean, slowMean)
            & context.Rule("buy: RSI was below the pullback level", before < pullback, before, pullback)
            & context.Rule("buy: RSI is back at the pullback level", now >= pullback, now, pullback))
        {
            context.Buy(
                $"up-trend, RSI({rsi}) turned up through {pullback:0}",
                Confidence(trend, atr),
                Level.At(close - (stopAtr * atr)),
                Level.At(close + (targetAtr * atr)));
        }
        else if (context.Rule("sell: fast mean below the slow one", trend < 0, fastMean, slowMean)
            & context.Rule("sell: RSI was above the rally level", before > rally, before, rally)
            & context.Rule("sell: RSI is back at the rally level", now <= rally, now, rally))
        {
            context.Sell(
                $"down-trend, RSI({rsi}) turned down through {rally:0}",
                Confidence(trend, atr),
                Level.At(close + (stopAtr * atr)),
                Level.At(close - (targetAtr * atr)));
        }
    }

    // Half sure when the means touch, surer the further apart they are in units of the usual bar.
    private static double Confidence(double trend, double atr) => Math.Min(0.9, 0.5 + (0.1 * Math.Abs(trend) / atr));
}
