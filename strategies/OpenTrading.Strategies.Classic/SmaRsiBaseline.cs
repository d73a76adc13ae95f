using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Strategies.Classic;

/// <summary>
/// Trades with the trend of two means after a pullback: in an up-trend it buys when the RSI turns up through the lower level, in a down-trend it
/// sells when the RSI turns down through the upper one. Stop and target are multiples of the ATR.
/// </summary>
[Strategy("sma-rsi-baseline", Description = "Buys pullbacks of an up-trend and sells rallies of a down-trend, judged by two SMAs and the RSI.")]
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
        double trend = _fast.Update(close) - _slow.Update(close);
        double before = _lastRsi;
        double now = _lastRsi = _rsi.Update(close);
        double atr = _atr.Update(context.Bar).Atr;
        if (double.IsNaN(trend) || double.IsNaN(before) || !(atr > 0) || context.Position is not null)
        {
            return;
        }

        if (trend > 0 && before < pullback && now >= pullback)
        {
            context.Buy(
                $"up-trend, RSI({rsi}) turned up through {pullback:0}",
                Confidence(trend, atr),
                Level.At(close - (stopAtr * atr)),
                Level.At(close + (targetAtr * atr)));
        }
        else if (trend < 0 && before > 100 - pullback && now <= 100 - pullback)
        {
            context.Sell(
                $"down-trend, RSI({rsi}) turned down through {100 - pullback:0}",
                Confidence(trend, atr),
                Level.At(close + (stopAtr * atr)),
                Level.At(close - (targetAtr * atr)));
        }
    }

    // Half sure when the means touch, surer the further apart they are in units of the usual bar.
    private static double Confidence(double trend, double atr) => Math.Min(0.9, 0.5 + (0.1 * Math.Abs(trend) / atr));
}
