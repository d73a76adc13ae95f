using System.Reflection;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Support;

/// <summary>A rule with a variant for one symbol, as the configuration binds it.</summary>
internal static class PerSymbol
{
    public static BoundRule Bind<TRule>(TRule general, string symbol, TRule special)
        where TRule : IRiskRule =>
        new(typeof(TRule).GetCustomAttribute<RiskRuleAttribute>()!, general, new Dictionary<string, IRiskRule> { [symbol] = special });

    public static RuleOutcome Outcome(this BoundRule rule, RiskContext context) => rule.Check(context).Result.Outcome;
}
