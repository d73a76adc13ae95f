// A new high asks for more: follows a close beyond the highs and lows of the bars before, until a close crosses their middle.
[Strategy("donchian-breakout", Description = "Buys a close above the channel, sells one below it, and leaves at its middle.")]
public sealed class DonchianBreakout(
    [Parameter(5, 500, Step = 5, Description = "bars of the channel")] int bars = 55,
    [Parameter(0.2, 20, Step = 0.1, Description = "stop distance in ATRs")] double stopAtr = 3) : Strategy
{
    private readonly DonchianChannel _channel = new(bars);
    private readonly Atr _atr = new(20);

    public override int WarmupBars => bars + 1;

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close, range = _atr.Update(context.Bar).Atr;
        ChannelValue channel = _channel.Update(context.Bar);
        switch (context.Position?.Side)
        {
            case null when range > 0 && close > channel.UpperBand:
                context.Buy($"close above the high of {bars} bars", stop: Level.At(close - stopAtr * range));
                break;
            case null when range > 0 && close < channel.LowerBand:
                context.Sell($"close below the low of {bars} bars", stop: Level.At(close + stopAtr * range));
                break;
            case { } side when side == OrderSide.Buy ? close < channel.Centerline : close > channel.Centerline:
                context.Exit("close beyond the middle of the channel");
                break;
        }
    }
}
