using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>The golden cases' cross of two means, with stops as distances from the fill.</summary>
internal sealed class CrossStrategy(int fast, int slow, bool onlyWhenFlat = false, int stop = 0, int target = 0) : Strategy
{
    private readonly Sma _fast = new(fast);
    private readonly Sma _slow = new(slow);
    private int _state;

    public override void OnBar(StrategyContext context)
    {
        double distance = _fast.Update(context.Bar.Close) - _slow.Update(context.Bar.Close);
        int state = distance > 1e-9 ? 1 : distance < -1e-9 ? -1 : _state;
        if (state == _state)
        {
            return;
        }

        bool first = _state == 0;
        _state = state;
        if (first || (onlyWhenFlat && context.Position is not null))
        {
            return;
        }

        Level? loss = stop > 0 ? Level.Points(stop) : null;
        Level? gain = target > 0 ? Level.Points(target) : null;
        if (state > 0)
        {
            context.Buy("crossed above", stop: loss, target: gain);
        }
        else
        {
            context.Sell("crossed below", stop: loss, target: gain);
        }
    }
}
