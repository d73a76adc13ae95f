using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Strategies.Classic;

/// <summary>
/// Follows the first close of a day beyond the range of its quiet hours, once a day, in the hours when the market is busy; the other end of the range is the
/// stop, and whatever is left is closed before the day ends. Hours are UTC.
/// </summary>
[Strategy("session-breakout", Description = "Follows the first close beyond the range of the quiet hours, once a day, flat before the day ends.",
    Timeframes = [Timeframe.M5, Timeframe.M15, Timeframe.M30, Timeframe.H1],
    EntryRules =
    [
        "buy: after the quiet hours, the first close of the day above their range by buffer average ranges, the range neither too narrow nor too wide",
        "sell: after the quiet hours, the first close of the day below their range by buffer average ranges, the range neither too narrow nor too wide",
    ],
    ExitRules = ["stop at the other end of the range", "target at target ranges from the close", "out at flatHour"])]
public sealed class SessionBreakout(
    [Parameter(1, 12, Description = "hour at which the quiet hours end, UTC; they begin at midnight")] int openHour = 7,
    [Parameter(13, 20, Description = "hour from which nothing is entered, UTC")] int lastHour = 16,
    [Parameter(16, 23, Description = "hour at which trades are closed, UTC")] int flatHour = 20,
    [Parameter(0, 5, Step = 0.1, Description = "distance beyond the range, in ATRs")] double buffer = 0.1,
    [Parameter(0.2, 10, Step = 0.1, Description = "target distance in ranges")] double target = 1.5,
    [Parameter(1, 50, Description = "widest range, in ATRs")] double widest = 8) : Strategy
{
    // A range of less than an average bar is no range that a breakout could leave.
    private const double Narrowest = 1;

    private readonly Atr _atr = new(14);
    private DateTime _day;
    private double _high;
    private double _low;
    private bool _isDone = true;

    public override int WarmupBars => 14 * 4;

    public override void OnBar(StrategyContext context)
    {
        Bar bar = context.Bar;
        DateTime day = bar.Time.Date;
        double range = _atr.Update(bar).Atr;
        bool isQuiet = context.Now <= day.AddHours(openHour);
        if (day != _day)
        {
            // A day whose quiet hours are not there has no range.
            (_day, _high, _low, _isDone) = (day, bar.High, bar.Low, !isQuiet);
        }
        else if (isQuiet)
        {
            (_high, _low) = (Math.Max(_high, bar.High), Math.Min(_low, bar.Low));
        }

        if (context.Position is { } position)
        {
            if (context.Now >= day.AddHours(flatHour) || position.OpenedAt.Date < day)
            {
                context.Exit($"{flatHour}:00 UTC");
            }

            return;
        }

        if (isQuiet || !(range > 0))
        {
            return;
        }

        double height = _high - _low;
        double far = buffer * range;
        bool isOpen = context.Rule("before the last hour, and nothing was entered today", !_isDone && context.Now < day.AddHours(lastHour), context.Now.Hour, lastHour);
        bool isFit = context.Rule("range of the quiet hours at least one average range", height >= Narrowest * range, height / range, Narrowest)
            & context.Rule("range of the quiet hours at most the widest", height <= widest * range, height / range, widest);
        if (context.Rule("buy: close above the range and the buffer", bar.Close > _high + far, bar.Close, _high + far) & isOpen & isFit)
        {
            _isDone = true;
            context.Buy($"close above the range until {openHour}:00 UTC", Confidence(height, range), Level.At(_low), Level.At(bar.Close + (target * height)));
        }
        else if (context.Rule("sell: close below the range and the buffer", bar.Close < _low - far, bar.Close, _low - far) & isOpen & isFit)
        {
            _isDone = true;
            context.Sell($"close below the range until {openHour}:00 UTC", Confidence(height, range), Level.At(_high), Level.At(bar.Close - (target * height)));
        }
    }

    // The narrower the range, the more was held back in it.
    private double Confidence(double height, double range) => Math.Clamp(0.8 - (0.3 * height / (widest * range)), 0.5, 0.8);
}
