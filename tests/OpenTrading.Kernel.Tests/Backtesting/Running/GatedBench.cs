using System.Reflection;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Puts a backtest under rules of the test's choice.</summary>
internal static class GatedBench
{
    public static BacktestSetup Under(this BacktestSetup setup, params IRiskRule[] rules) => setup with
    {
        Gate = new GateTerms(
            [.. rules.Select(Bound)],
            DeskBench.Settings,
            setup.Markets.Select(m => m.Setup.Instrument).ToDictionary(i => i.Symbol, StringComparer.Ordinal)),
    };

    private static BoundRule Bound(IRiskRule rule) => new(rule.GetType().GetCustomAttribute<RiskRuleAttribute>()!, rule);
}
