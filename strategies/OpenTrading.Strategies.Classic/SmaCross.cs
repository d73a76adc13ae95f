using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Strategies.Classic;

/// <summary>Long while the fast mean of the close is above the slow one, short while it is below; always turns around, never waits.</summary>
[Strategy("sma-cross", Description = "Turns long when the fast moving average crosses above the slow one, short when below.")]
public sealed class SmaCross(
    [Parameter(1, 1000, Description = "bars of the fast mean")] int fast = 10,
    [Parameter(2, 2000, Description = "bars of the slow mean")] int slow = 30,
    [Parameter(0, 100_000, Description = "stop distance in points, 0 for none")] int stop = 0,
    [Parameter(0, 100_000, Description = "target distance in points, 0 for none")] int target = 0) : Strategy
{
    // Two means of 5-digit prices are equal or at least 1.1e-9 apart; closer than this they are equal.
    private const double Touch = 1e-9;

    private readonly Sma _fast = new(fast);
    private readonly Sma _slow = new(slow);
    private readonly Signal _up = Crossing(SignalAction.Buy, $"SMA({fast}) crossed above SMA({slow})", stop, target);
    private readonly Signal _down = Crossing(SignalAction.Sell, $"SMA({fast}) crossed below SMA({slow})", stop, target);
    private int _state;

    public override int WarmupBars => Math.Max(fast, slow);

    public override void OnBar(StrategyContext context)
    {
        double distance = _fast.Update(context.Bar.Close) - _slow.Update(context.Bar.Close);
        int state = distance > Touch ? 1 : distance < -Touch ? -1 : _state;
        if (state == _state)
        {
            return;
        }

        bool first = _state == 0;
        _state = state;
        if (!first)
        {
            // Where the means stand at the start is no crossing.
            context.Emit(state > 0 ? _up : _down);
        }
    }

    private static Signal Crossing(SignalAction action, string reason, int stop, int target) => new()
    {
        Action = action,
        Reason = reason,
        Stop = stop > 0 ? Level.Points(stop) : null,
        Target = target > 0 ? Level.Points(target) : null,
    };
}
