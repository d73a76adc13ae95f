// London decides where Asia waited: when it opens, stop orders go to both ends of the night's range; nothing stays open overnight.
[Strategy("london-range", Description = "Places stop orders at both ends of the night's range when London opens; flat late in the day.")]
public sealed class LondonRange(
    [Parameter(1, 12, Description = "hour at which London opens, UTC; the range begins at midnight")] int open = 7,
    [Parameter(13, 23, Description = "hour at which the day ends, UTC")] int end = 20,
    [Parameter(0.2, 10, Step = 0.1, Description = "target distance in ranges; the stop is the other end")] double target = 1.5) : Strategy
{
    private DateTime _day;
    private double _high, _low;
    private bool _isPlaced;

    public override void OnBar(StrategyContext context)
    {
        DateTime day = context.Bar.Time.Date, opens = day.AddHours(open), ends = day.AddHours(end);
        bool isNew = day != _day, isNight = context.Now <= opens;
        (_day, _isPlaced) = (day, isNew ? !isNight : _isPlaced);
        _high = isNew ? context.Bar.High : isNight ? Math.Max(_high, context.Bar.High) : _high;
        _low = isNew ? context.Bar.Low : isNight ? Math.Min(_low, context.Bar.Low) : _low;
        bool isIn = context.Position is not null, isWaiting = context.Orders.Count > 0;
        if ((isNew || context.Now >= ends) && (isIn || isWaiting)) context.Exit($"end of the day at {end}:00 UTC");
        else if (isIn && isWaiting) context.Emit(new CancelPending { Reason = "the other end was taken" });
        if (_isPlaced || isIn || context.Now < opens || _high <= _low) return;

        _isPlaced = true;
        double far = target * (_high - _low);
        Signal up = new() { Action = SignalAction.Buy, Entry = OrderType.Stop, Expiry = ends, Reason = $"range until {open}:00 UTC" };
        context.Emit(up with { EntryPrice = _high, Stop = Level.At(_low), Target = Level.At(_high + far) });
        context.Emit(up with { Action = SignalAction.Sell, EntryPrice = _low, Stop = Level.At(_high), Target = Level.At(_low - far) });
    }
}
