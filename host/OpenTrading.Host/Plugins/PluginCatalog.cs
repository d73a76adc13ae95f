using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Mcp;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Plugins;

/// <summary>Every plugin at one moment, and what the usable ones offer. Never changes; a load or unload makes another.</summary>
internal sealed class PluginCatalog
{
    public static readonly PluginCatalog Empty = new([]);

    private readonly Lazy<IndicatorCatalog> _indicators;

    /// <summary>A catalog over plugins, no two of which offer one id.</summary>
    public PluginCatalog(IReadOnlyList<Plugin> plugins)
    {
        Plugins = plugins;
        Plugin[] usable = [.. plugins.Where(p => p.IsUsable)];
        Strategies = usable.SelectMany(p => p.Offers.Strategies).ToDictionary(s => s.Id, StringComparer.Ordinal);
        RiskRules = [.. usable.SelectMany(p => p.Offers.RiskRules)];
        Sources = [.. usable.SelectMany(p => p.Offers.Sources)];
        Calendars = [.. usable.SelectMany(p => p.Offers.Calendars)];
        Brokerages = [.. usable.SelectMany(p => p.Offers.Brokerages)];
        BarImporters = [.. usable.SelectMany(p => p.Offers.BarImporters)];
        Resources = [.. usable.SelectMany(p => p.Offers.Resources)];
        Prompts = [.. usable.SelectMany(p => p.Offers.Prompts)];
        _indicators = new Lazy<IndicatorCatalog>(() => new IndicatorCatalog([.. IndicatorCatalog.BuiltIn.All, .. usable.SelectMany(p => p.Offers.Indicators)]));
        TickImporters = [.. usable.SelectMany(p => p.Offers.TickImporters)];
    }

    public IReadOnlyList<Plugin> Plugins { get; }

    /// <summary>Strategies by id.</summary>
    public IReadOnlyDictionary<string, StrategyDescriptor> Strategies { get; }

    public IReadOnlyList<RuleDescriptor> RiskRules { get; }

    /// <summary>Indicators of the SDK and of plugins.</summary>
    public IIndicatorCatalog Indicators => _indicators.Value;

    public IReadOnlyList<IDataSource> Sources { get; }

    /// <summary>Sources of economic events, the leading one first.</summary>
    public IReadOnlyList<ICalendarSource> Calendars { get; }

    /// <summary>Broker connections. Whoever opens one hands its brokers to order routers.</summary>
    public IReadOnlyList<IBrokerage> Brokerages { get; }

    public IReadOnlyList<IBarImporter> BarImporters { get; }

    public IReadOnlyList<ITickImporter> TickImporters { get; }

    public IReadOnlyList<McpResource> Resources { get; }

    public IReadOnlyList<McpPrompt> Prompts { get; }

    /// <summary>What is wrong with which plugin, a line each.</summary>
    public IReadOnlyList<string> Faults => [.. Plugins.Select(p => p.Fault).OfType<string>()];

    /// <summary>Whether plugins that are there were left out because nothing of them is needed.</summary>
    public bool IsPartial => Plugins.Any(p => p.State == PluginState.LeftOut);

    /// <summary>The plugin of an id; null when there is none.</summary>
    public Plugin? Find(string id) => Plugins.FirstOrDefault(p => p.Id == id);

    /// <summary>The strategy of an id.</summary>
    /// <exception cref="PluginException">There is none.</exception>
    public StrategyDescriptor Strategy(string id)
    {
        if (Strategies.TryGetValue(id, out StrategyDescriptor? strategy))
        {
            return strategy;
        }

        string near = Suggestion.Nearest(id, Strategies.Keys) is { } guess
            ? $"did you mean {guess}?"
            : $"there are {string.Join(", ", Strategies.Keys.Order(StringComparer.Ordinal))}.";
        throw new PluginException($"strategy '{id}' is unknown; {near}{(Faults.Count > 0 ? $" Not loaded: {string.Join("; ", Faults)}" : "")}");
    }

    /// <summary>The catalog with a plugin in the place of the one of its id.</summary>
    public PluginCatalog With(Plugin plugin) => new([.. Plugins.Where(p => p.Id != plugin.Id), plugin]);

    /// <summary>The catalog with one plugin more, refused where it cannot stand beside the others.</summary>
    public PluginCatalog Joined(Plugin plugin) => new([.. Plugins, Fit(plugin)]);

    /// <summary>A plugin as it can stand beside the others: as it is, or refused.</summary>
    public Plugin Fit(Plugin plugin) => plugin.IsUsable && Conflict(plugin) is { } conflict ? plugin.Without(PluginState.Refused, conflict) : plugin;

    /// <summary>Why a plugin cannot stand beside the others; null when it can.</summary>
    public string? Conflict(Plugin next)
    {
        if (Find(next.Id) is { } other)
        {
            return $"plugin id '{next.Id}' is taken by {other.File.Path}; rename one.";
        }

        foreach (StrategyDescriptor strategy in next.Offers.Strategies)
        {
            if (Strategies.TryGetValue(strategy.Id, out StrategyDescriptor? offering))
            {
                return $"strategy id '{strategy.Id}' is already offered by {offering.Origin}; rename one.";
            }
        }

        if (next.Offers.Indicators.FirstOrDefault(i => Indicators.Find(i.Name) is not null) is { } indicator)
        {
            return $"indicator '{indicator.Name}' is already offered by the SDK or another plugin; rename one.";
        }

        HashSet<string> taken = [.. Plugins.Where(p => p.IsUsable).SelectMany(p => p.Offers.Capabilities).Select(c => c.Name)];
        if (next.Offers.Capabilities.FirstOrDefault(c => taken.Contains(c.Name)) is { } capability)
        {
            return $"capability '{capability.Name}' is already offered by another plugin; rename one.";
        }

        if (next.Offers.Prompts.Select(p => p.Name).Intersect(Prompts.Select(p => p.Name)).FirstOrDefault() is { } prompt)
        {
            return $"prompt '{prompt}' is already offered by another plugin; rename one.";
        }

        if (next.Offers.Resources.Select(r => r.UriTemplate).Intersect(Resources.Select(r => r.UriTemplate)).FirstOrDefault() is { } resource)
        {
            return $"resource '{resource}' is already offered by another plugin; rename one.";
        }

        return next.Offers.RiskRules.FirstOrDefault(r => RiskRules.Any(o => o.Declaration.Id == r.Declaration.Id)) is { } rule
            ? $"risk rule id '{rule.Declaration.Id}' is already offered by another plugin; rename one."
            : null;
    }
}
