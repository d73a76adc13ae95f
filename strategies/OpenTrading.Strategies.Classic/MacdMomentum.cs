using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Strategies.Classic;

/// <summary>
/// Trades momentum that turns with the trend: buys when the MACD crosses above its signal line while the close is above the trend mean, sells when it
/// crosses below it under the mean, and is out when it crosses back. Stop and target are multiples of the ATR.
/// </summary>
[Strategy("macd-momentum", Description = "Follows crossings of the MACD and its signal line in the direction of the trend.",
    Timeframes = [Timeframe.M30, Timeframe.H1, Timeframe.H4, Timeframe.D1],
    EntryRules = ["buy: the MACD crosses above its signal line and the close is above the trend mean", "sell: the MACD crosses below its signal line and the close is below the trend mean"],
    ExitRules = ["the MACD crosses its signal line the other way", "stop at stopAtr and target at targetAtr average ranges from the close"])]
public sealed class MacdMomentum(
    [Parameter(2, 25, Description = "bars of the fast mean")] int fast = 12,
    [Parameter(26, 300, Description = "bars of the slow mean")] int slow = 26,
    [Parameter(2, 100, Description = "bars of the signal line")] int signal = 9,
    [Parameter(2, 1000, Description = "bars of the trend mean")] int trend = 100,
    [Parameter(0.2, 20, Step = 0.1, Description = "stop distance in ATRs")] double stopAtr = 2,
    [Parameter(0.2, 40, Step = 0.1, Description = "target distance in ATRs")] double targetAtr = 3) : Strategy
{
    private readonly Macd _macd = new(fast, slow, signal);
    private readonly Ema _trend = new(trend);
    private readonly Atr _atr = new(14);
    private double _last = double.NaN;

    public override int WarmupBars => Math.Max(slow + signal, Math.Max(trend, 14 * 4)) + 1;

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close;
        double before = _last;
        double now = _last = _macd.Update(close).Histogram;
        double mean = _trend.Update(close);
        double range = _atr.Update(context.Bar).Atr;
        if (double.IsNaN(before) || double.IsNaN(mean) || !(range > 0))
        {
            return;
        }

        if (context.Position is { } position)
        {
            if (position.Side == OrderSide.Buy ? now < 0 : now > 0)
            {
                context.Exit("the MACD crossed back");
            }

            return;
        }

        context.Input("histogram before", before);
        context.Input("ATR", range);
        if (context.Rule("buy: the MACD crossed above its signal line", before <= 0 && now > 0, now, 0)
            & context.Rule("buy: close above the trend mean", close > mean, close, mean))
        {
            context.Buy(
                $"MACD({fast},{slow},{signal}) crossed above its signal line, with the trend",
                Confidence(now, range),
                Level.At(close - (stopAtr * range)),
                Level.At(close + (targetAtr * range)));
        }
        else if (context.Rule("sell: the MACD crossed below its signal line", before >= 0 && now < 0, now, 0)
            & context.Rule("sell: close below the trend mean", close < mean, close, mean))
        {
            context.Sell(
                $"MACD({fast},{slow},{signal}) crossed below its signal line, with the trend",
                Confidence(now, range),
                Level.At(close + (stopAtr * range)),
                Level.At(close - (targetAtr * range)));
        }
    }

    // Half sure where the lines touch, surer the faster they part in units of the usual bar.
    private static double Confidence(double histogram, double range) => Math.Min(0.9, 0.5 + (2 * Math.Abs(histogram) / range));
}
