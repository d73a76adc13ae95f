using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Strategies.Classic;

/// <summary>
/// Follows trends as Richard Donchian's rule and the Turtles' after it do: in with a close beyond the highest high or lowest low of the entry bars, out
/// with one beyond the shorter exit channel on the other side. Only with the long trend; the stop is a multiple of the ATR.
/// </summary>
[Strategy("donchian-trend", Description = "Enters a close beyond the long channel with the trend, leaves at one beyond the short channel against it.",
    Timeframes = [Timeframe.H1, Timeframe.H4, Timeframe.D1],
    EntryRules = ["buy: close above the high of entry bars and above the trend mean", "sell: close below the low of entry bars and below the trend mean"],
    ExitRules = ["long: close below the low of exit bars", "short: close above the high of exit bars", "stop at stopAtr average ranges from the close"])]
public sealed class DonchianTrend(
    [Parameter(5, 500, Description = "bars of the entry channel")] int entry = 20,
    [Parameter(2, 250, Description = "bars of the exit channel")] int exit = 10,
    [Parameter(2, 1000, Description = "bars of the trend mean")] int trend = 100,
    [Parameter(2, 200, Description = "bars of the ATR")] int atr = 20,
    [Parameter(0.2, 20, Step = 0.1, Description = "stop distance in ATRs")] double stopAtr = 2) : Strategy
{
    private readonly DonchianChannel _entry = new(entry);
    private readonly DonchianChannel _exit = new(exit);
    private readonly Ema _trend = new(trend);
    private readonly Atr _atr = new(atr);

    public override int WarmupBars => Math.Max(Math.Max(entry, exit) + 1, Math.Max(trend, atr * 4));

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close;
        ChannelValue outer = _entry.Update(context.Bar);
        ChannelValue inner = _exit.Update(context.Bar);
        double mean = _trend.Update(close);
        double range = _atr.Update(context.Bar).Atr;
        if (!_entry.IsReady || !_exit.IsReady || double.IsNaN(mean) || !(range > 0))
        {
            return;
        }

        if (context.Position is { } position)
        {
            Leave(context, position.Side, close, inner);
            return;
        }

        context.Input("ATR", range);
        if (context.Rule("buy: close above the entry channel", close > outer.UpperBand, close, outer.UpperBand)
            & context.Rule("buy: close above the trend mean", close > mean, close, mean))
        {
            context.Buy($"close above the high of {entry} bars, with the trend", Confidence(close - outer.UpperBand, range), Level.At(close - (stopAtr * range)));
        }
        else if (context.Rule("sell: close below the entry channel", close < outer.LowerBand, close, outer.LowerBand)
            & context.Rule("sell: close below the trend mean", close < mean, close, mean))
        {
            context.Sell($"close below the low of {entry} bars, with the trend", Confidence(outer.LowerBand - close, range), Level.At(close + (stopAtr * range)));
        }
    }

    private void Leave(StrategyContext context, OrderSide side, double close, ChannelValue inner)
    {
        if (side == OrderSide.Buy && close < inner.LowerBand)
        {
            context.Exit($"close below the low of {exit} bars");
        }
        else if (side == OrderSide.Sell && close > inner.UpperBand)
        {
            context.Exit($"close above the high of {exit} bars");
        }
    }

    // Half sure at the edge of the channel, surer the further the close is beyond it in units of the usual bar.
    private static double Confidence(double beyond, double range) => Math.Min(0.9, 0.5 + (0.2 * beyond / range));
}
