using System.Reflection;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Running;

/// <summary>The limits in force, read off the effective configuration: what a rule was bound from is what is shown.</summary>
internal static class ConfiguredLimits
{
    private const string Section = "risk.";

    /// <summary>All limits, in the order of the rules.</summary>
    /// <param name="configuration">The effective configuration.</param>
    /// <param name="rules">Classes of the rules in force, for the units of their parameters.</param>
    public static RiskLimits Of(HostConfiguration configuration, IEnumerable<Type> rules)
    {
        Dictionary<string, string> units = rules
            .SelectMany(type => type.GetConstructors().Single().GetParameters().Select(p => (Rule: type.GetCustomAttribute<RiskRuleAttribute>()!.Id, Parameter: p)))
            .Select(p => (p.Rule, p.Parameter.Name, Declaration: p.Parameter.GetCustomAttribute<RiskParameterAttribute>()!))
            .ToDictionary(p => $"{p.Rule}.{p.Declaration.Name ?? p.Name}", p => p.Declaration.Description, StringComparer.Ordinal);
        string[] order = [.. configuration.Rules.Select(r => r.Declaration.Id)];
        return new RiskLimits(
        [
            .. configuration.Items
                .Where(i => i.Key.StartsWith(Section, StringComparison.Ordinal))
                .Select(i => Limit(i, units))
                .Where(l => l.Rule != RiskSection.Money)
                .OrderBy(l => Array.IndexOf(order, l.Rule)),
        ]);
    }

    private static RiskLimit Limit(ConfigItem item, Dictionary<string, string> units)
    {
        string[] path = item.Key[Section.Length..].Split('.', 2);
        (string rule, string parameter) = (path[0], path.Length > 1 ? path[1] : "");
        string unit = units.GetValueOrDefault($"{rule}.{parameter}")
            ?? units.FirstOrDefault(u => parameter.StartsWith("symbols.", StringComparison.Ordinal) && u.Key.StartsWith(rule + ".", StringComparison.Ordinal)).Value
            ?? "";
        return new RiskLimit(rule, parameter, item.Value, unit, item.Origin);
    }
}
