using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A strategy that does on bar 0, 1, 2 ... what the test says.</summary>
internal sealed class ScriptedStrategy(Action<StrategyContext, long> onBar) : Strategy
{
    public static NamedStrategy Named(string id, Action<StrategyContext, long> onBar, Action? interrupt = null) =>
        new(id, new ScriptedStrategy(onBar), Interrupt: interrupt);

    public override void OnBar(StrategyContext context) => onBar(context, context.BarsSeen - 1);
}
