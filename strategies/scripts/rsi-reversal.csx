// What went too far comes back: trades the RSI's return from an extreme, with stop and target in units of the usual range.
[Strategy("rsi-reversal", Description = "Buys when the RSI comes back out of its lower extreme, sells when out of the upper one.")]
public sealed class RsiReversal(
    [Parameter(2, 100, Description = "bars of the RSI")] int period = 14,
    [Parameter(5, 45, Description = "lower extreme; the upper one is as far from 100")] double extreme = 30,
    [Parameter(0.2, 20, Step = 0.1, Description = "stop distance in ATRs")] double stopAtr = 2,
    [Parameter(0.2, 40, Step = 0.1, Description = "target distance in ATRs")] double targetAtr = 3) : Strategy
{
    private readonly Rsi _rsi = new(period);
    private readonly Atr _atr = new(14);

    public override int WarmupBars => 4 * period;

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close, before = _rsi.Value, now = _rsi.Update(close);
        double range = _atr.Update(context.Bar).Atr, stop = stopAtr * range, target = targetAtr * range;
        bool isFlat = context.Position is null && range > 0;
        if (isFlat && before < extreme && now >= extreme)
        {
            context.Buy($"RSI({period}) rose through {extreme}", stop: Level.At(close - stop), target: Level.At(close + target));
        }
        else if (isFlat && before > 100 - extreme && now <= 100 - extreme)
        {
            context.Sell($"RSI({period}) fell through {100 - extreme}", stop: Level.At(close + stop), target: Level.At(close - target));
        }
    }
}
