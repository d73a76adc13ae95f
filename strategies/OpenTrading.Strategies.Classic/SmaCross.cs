using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Strategies.Classic;

/// <summary>Long while the fast mean of the close is above the slow one, short while it is below; always turns around, never waits.</summary>
[Strategy("sma-cross", Description = "Turns long when the fast moving average crosses above the slow one, short when below.",
    EntryRules = ["buy: the fast mean crosses above the slow one", "sell: the fast mean crosses below the slow one"],
    ExitRules = ["the crossing the other way", "stop and target in points, where they are set"])]
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
        double close = context.Bar.Close;
        double fastMean = _fast.Update(close);
        double slowMean = _slow.Update(close);
        double distance = fastMean - slowMean;
        int before = _state;
        _state = distance > Touch ? 1 : distance < -Touch ? -1 : before;

        // Where the means stand at the start is no crossing.
        if (context.Rule("buy: the fast mean crossed above the slow one", before < 0 && _state > 0, fastMean, slowMean))
        {
            context.Emit(_up);
        }
        else if (context.Rule("sell: the fast mean crossed below the slow one", before > 0 && _state < 0, fastMean, slowMean))
        {
            context.Emit(_down);
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
