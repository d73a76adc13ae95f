using System.Reflection;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Risk.Switches;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Running;

/// <summary>Rules as a simulated account is held to them.</summary>
internal static class SimulatedRules
{
    /// <summary>Rules of a host, on the environment that its simulated account is of whatever the host is configured for.</summary>
    public static IReadOnlyList<BoundRule> Of(IReadOnlyList<BoundRule> rules) => With(rules, new EnvironmentLockRule(TradingEnvironment.Paper, liveEnabled: false));

    /// <summary>Rules of an account at a broker, on one that is simulated in its place: all their limits, whichever accounts are listed.</summary>
    public static IReadOnlyList<BoundRule> InPlaceOf(IReadOnlyList<BoundRule> rules) => With(Of(rules), new AccountAllowlistRule([SimulatedBroker.Login]));

    private static IReadOnlyList<BoundRule> With(IReadOnlyList<BoundRule> rules, IRiskRule rule)
    {
        var own = new BoundRule(rule.GetType().GetCustomAttribute<RiskRuleAttribute>()!, rule);
        return [.. rules.Select(r => r.Declaration.Id == own.Declaration.Id ? own : r)];
    }
}
