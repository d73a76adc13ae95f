using System.Globalization;
using System.Reflection;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Support;

/// <summary>What a rule declares, in the form of its row in the rule table.</summary>
internal static class Declared
{
    /// <summary>Id, order classes and remedy.</summary>
    public static (string Id, OrderClass Classes, string Remedy) Row<TRule>()
        where TRule : IRiskRule
    {
        RiskRuleAttribute rule = typeof(TRule).GetCustomAttribute<RiskRuleAttribute>()!;
        return (rule.Id, rule.Classes, rule.Remedy);
    }

    /// <summary>A parameter as <c>paper / live [min..max] *</c>, the star for those a symbol may override.</summary>
    public static string Parameter<TRule>(string name)
        where TRule : IRiskRule
    {
        (ParameterInfo parameter, RiskParameterAttribute declaration) = typeof(TRule).GetConstructors().Single().GetParameters()
            .Select(p => (p, p.GetCustomAttribute<RiskParameterAttribute>()!))
            .Single(p => (p.Item2.Name ?? p.p.Name) == name);
        string defaults = declaration.Live is null ? Text(declaration.Paper) : $"{Text(declaration.Paper)} / {Text(declaration.Live)}";
        string bounds = double.IsFinite(declaration.Min) ? $" [{Text(declaration.Min)}..{Text(declaration.Max)}]" : "";
        return $"{defaults}{bounds}{(declaration.PerSymbol ? " *" : "")}";
    }

    private static string Text(object? value) => value switch
    {
        null => "mandatory",
        string[] { Length: 0 } => "[]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
