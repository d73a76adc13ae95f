using System.Reflection;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Configuration;

/// <summary>
/// Limits of the rules that plugins bring. They can be read only once the plugins are known; a limit that then belongs to no rule refuses the
/// configuration, so that a rule somebody counts on can never be missing in silence.
/// </summary>
internal sealed class PluginRules(ConfigSource source, RiskSection risk)
{
    private static readonly TimeSpan ConstructorLimit = TimeSpan.FromSeconds(5);

    /// <summary>Whether a path may belong to a rule of a plugin: a table below <c>[risk]</c> that no built-in rule has.</summary>
    public bool Owns(string[] path) => path is [RiskSection.Section, { } rule, _, ..] && !risk.Known.Contains(rule);

    /// <summary>Whether the configuration names limits that only a plugin can own.</summary>
    public bool IsAwaited => Awaited.Any();

    /// <summary>Limits in the files that only a plugin can own.</summary>
    public IEnumerable<ConfigNode> Awaited => source.Below(RiskSection.Section).Where(n => Owns(n.Path));

    /// <summary>Binds the rules of the plugins behind the built-in ones.</summary>
    /// <param name="configuration">What stands so far.</param>
    /// <param name="plugins">The plugins.</param>
    /// <param name="watch">Where the rules are asked; null asks them inline, as replays must.</param>
    /// <exception cref="ConfigurationException">A limit is out of its bounds, or belongs to no rule.</exception>
    public HostConfiguration Bind(HostConfiguration configuration, PluginCatalog plugins, WatchedThread? watch = null)
    {
        // The section of a plugin that was left out is read when it is loaded.
        return Bind(configuration, plugins, watch, plugins.IsPartial ? PluginSections.Owns : null);
    }

    /// <summary>Likewise in a configuration of which the limits alone count: no plugin reads its section.</summary>
    /// <exception cref="ConfigurationException">A limit is out of its bounds, or belongs to no rule.</exception>
    public HostConfiguration BindLimits(HostConfiguration configuration, PluginCatalog plugins) => Bind(configuration, plugins, watch: null, PluginSections.Owns);

    private HostConfiguration Bind(HostConfiguration configuration, PluginCatalog plugins, WatchedThread? watch, Func<string[], bool>? except)
    {
        IReadOnlyList<BoundRule> rules = [];
        if (source.Errors.Count == 0)
        {
            try
            {
                rules = risk.Bind(plugins.RiskRules.Select(r => r.Type), (declaration, rule, bySymbol) =>
                    BoundRule.Foreign(declaration, rule, bySymbol, watch, InterruptOf(plugins, declaration)), (constructor, values) => Make(plugins, constructor, values));
            }
            catch (TargetInvocationException e)
            {
                source.Errors.Add(new ConfigError(configuration.File, null, $"[risk] a rule of a plugin refuses its limits: {e.InnerException!.Message}"));
            }
            catch (ArgumentException e)
            {
                source.Errors.Add(new ConfigError(configuration.File, null, $"[risk] {e.Message}"));
            }
        }

        source.ReportUnknown(except);
        if (source.Errors.Count > 0)
        {
            throw new ConfigurationException([.. source.Errors, .. plugins.Faults.Select(f => new ConfigError(configuration.File, null, $"not loaded: {f}"))]);
        }

        IEnumerable<KeyValuePair<string, string>> code = plugins.RiskRules
            .Select(r => plugins.Find(r.PluginId)!)
            .Distinct()
            .Select(p => KeyValuePair.Create(p.Id, p.Sha256));
        return configuration with
        {
            Rules = [.. configuration.Rules, .. rules],
            Risk = configuration.Risk with { ConfigHash = risk.Hash(code) },
            Items = source.Items,
            PluginRules = null,
        };
    }

    // A constructor is foreign code too: one that never returns must not keep the host from saying so.
    private static IRiskRule Make(PluginCatalog plugins, ConstructorInfo constructor, object?[] values)
    {
        RiskRuleAttribute declaration = constructor.DeclaringType!.GetCustomAttribute<RiskRuleAttribute>()!;
        IRiskRule? rule = null;
        TargetInvocationException? thrown = null;
        using var watch = new WatchedThread($"constructor of {declaration.Id}", ConstructorLimit);
        CallResult result = watch.Run(
            () =>
            {
                try
                {
                    rule = (IRiskRule)constructor.Invoke(values);
                }
                catch (TargetInvocationException e)
                {
                    thrown = e;
                }
            },
            InterruptOf(plugins, declaration));
        return result.Outcome is CallOutcome.Late or CallOutcome.Abandoned
            ? throw new ArgumentException($"{declaration.Id}: its constructor did not return within {ConstructorLimit.TotalSeconds:0} s; mend or remove its plugin.")
            : thrown is null ? rule! : throw thrown;
    }

    private static Action? InterruptOf(PluginCatalog plugins, RiskRuleAttribute declaration) =>
        plugins.Find(plugins.RiskRules.First(r => r.Declaration.Id == declaration.Id).PluginId)!.Interrupt;
}
