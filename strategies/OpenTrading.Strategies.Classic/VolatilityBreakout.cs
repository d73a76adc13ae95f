using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Strategies.Classic;

/// <summary>
/// Buys a close above the highest high of the bars before it when that bar's range is wide against the usual one, and sells a close below the
/// lowest low. Stop and target are multiples of the ATR.
/// </summary>
[Strategy("volatility-breakout", Description = "Follows a close beyond the range of the last bars when the move is larger than usual.",
    EntryRules = ["buy: close above the high of lookback bars, on a bar of at least expansion average ranges", "sell: close below the low of lookback bars, on such a bar"],
    ExitRules = ["stop at stopAtr and target at targetAtr average ranges from the close"])]
public sealed class VolatilityBreakout(
    [Parameter(2, 500, Description = "bars of the range")] int lookback = 20,
    [Parameter(2, 200, Description = "bars of the ATR")] int atr = 14,
    [Parameter(0, 10, Step = 0.1, Description = "smallest range of the breaking bar, in ATRs")] double expansion = 1.2,
    [Parameter(0.2, 20, Step = 0.1, Description = "stop distance in ATRs")] double stopAtr = 1.5,
    [Parameter(0.2, 40, Step = 0.1, Description = "target distance in ATRs")] double targetAtr = 3) : Strategy
{
    private readonly DonchianChannel _channel = new(lookback);
    private readonly Atr _atr = new(atr);

    public override int WarmupBars => Math.Max(lookback, atr * 4) + 1;

    public override void OnBar(StrategyContext context)
    {
        var bar = context.Bar;

        // Channel and usual range are those of the bars before this one; its own would hide the breakout.
        ChannelValue channel = _channel.Update(bar);
        double usual = _atr.Value.Atr;
        _atr.Update(bar);
        if (!_channel.IsReady || !(usual > 0) || context.Position is not null)
        {
            return;
        }

        double range = (bar.High - bar.Low) / usual;
        bool isWide = context.Rule("the bar's range is wide, in average ranges", range >= expansion, range, expansion);
        double confidence = Math.Min(0.9, 0.4 + (0.1 * range));
        if (context.Rule("buy: close above the channel", bar.Close > channel.UpperBand, bar.Close, channel.UpperBand) & isWide)
        {
            context.Buy(
                $"close above the high of {lookback} bars, range {range:0.0} ATR",
                confidence,
                Level.At(bar.Close - (stopAtr * usual)),
                Level.At(bar.Close + (targetAtr * usual)));
        }
        else if (context.Rule("sell: close below the channel", bar.Close < channel.LowerBand, bar.Close, channel.LowerBand) & isWide)
        {
            context.Sell(
                $"close below the low of {lookback} bars, range {range:0.0} ATR",
                confidence,
                Level.At(bar.Close + (stopAtr * usual)),
                Level.At(bar.Close - (targetAtr * usual)));
        }
    }
}
