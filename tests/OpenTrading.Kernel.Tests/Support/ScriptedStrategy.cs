using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A strategy that does on bar 0, 1, 2 ... what the test says.</summary>
internal sealed class ScriptedStrategy(Action<StrategyContext, long> onBar) : Strategy
{
    public override void OnBar(StrategyContext context) => onBar(context, context.BarsSeen - 1);
}
