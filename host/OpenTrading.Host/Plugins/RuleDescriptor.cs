using System.Reflection;
using OpenTrading.Risk;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Plugins;

/// <summary>A risk rule of a plugin. Its limits are bound from <c>[risk]</c> like those of the built-in rules.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Declaration">Its id, classes and remedy.</param>
/// <param name="PluginId">Plugin that offers it.</param>
internal sealed record RuleDescriptor(Type Type, RiskRuleAttribute Declaration, string PluginId)
{
    private static readonly HashSet<string> BuiltIn = [.. BuiltInRules.Types.Select(t => t.GetCustomAttribute<RiskRuleAttribute>()!.Id)];

    /// <summary>Describes a rule type.</summary>
    /// <exception cref="PluginException">It declares no id or that of a built-in rule, or not one constructor whose parameters are all declared.</exception>
    public static RuleDescriptor Of(Type type, string pluginId)
    {
        RiskRuleAttribute declaration = type.GetCustomAttribute<RiskRuleAttribute>()
            ?? throw new PluginException($"risk rule {type} has no [RiskRule(\"id\", ...)]; add one.");
        if (BuiltIn.Contains(declaration.Id))
        {
            throw new PluginException($"risk rule id '{declaration.Id}' is a built-in rule's; rename it.");
        }

        if (type.GetConstructors() is not [{ } constructor])
        {
            throw new PluginException($"risk rule {declaration.Id} ({type}) must have exactly one public constructor.");
        }

        return constructor.GetParameters().FirstOrDefault(p => p.GetCustomAttribute<RiskParameterAttribute>() is null) is { } bare
            ? throw new PluginException($"risk rule {declaration.Id}: parameter {bare.Name} has no [RiskParameter]; add one with its default and bounds.")
            : new RuleDescriptor(type, declaration, pluginId);
    }
}
