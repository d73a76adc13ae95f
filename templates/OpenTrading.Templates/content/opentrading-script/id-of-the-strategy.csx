// Long from the crossing of the fast average above the slow one until it crosses back.
// A file of this kind lies in strategies/scripts/ of the host's home; it is compiled when the host starts and whenever it is saved.
[Strategy("id-of-the-strategy", Description = "Buys when the fast average crosses above the slow one, and leaves when it crosses back.")]
public sealed class ClassOfTheName(
    [Parameter(2, 200, Description = "bars of the fast average")] int fast = 10,
    [Parameter(5, 500, Description = "bars of the slow average")] int slow = 30,
    [Parameter(0.5, 10, Step = 0.5, Description = "stop distance in ATRs")] double stopAtr = 2) : Strategy
{
    private readonly Ema _fast = new(fast);
    private readonly Ema _slow = new(slow);
    private readonly Atr _atr = new(14);
    private double _before = double.NaN;

    public override int WarmupBars => slow;

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close;
        double distance = _fast.Update(close) - _slow.Update(close);
        double range = _atr.Update(context.Bar).Atr;
        bool crossedUp = _before <= 0 && distance > 0;
        _before = distance;
        if (crossedUp && context.Position is null && range > 0)
        {
            context.Buy($"EMA({fast}) crossed above EMA({slow})", confidence: 0.6, stop: Level.At(close - stopAtr * range));
        }
        else if (distance < 0 && context.Position is not null)
        {
            context.Exit($"EMA({fast}) is below EMA({slow})");
        }
    }
}
