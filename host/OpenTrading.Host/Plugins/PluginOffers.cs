using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Mcp;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Plugins;

/// <summary>What a plugin offers.</summary>
internal sealed class PluginOffers
{
    public static readonly PluginOffers None = new();

    public List<StrategyDescriptor> Strategies { get; } = [];

    public List<RuleDescriptor> RiskRules { get; } = [];

    public List<IndicatorDefinition> Indicators { get; } = [];

    public List<IDataSource> Sources { get; } = [];

    public List<ICalendarSource> Calendars { get; } = [];

    public List<IBrokerage> Brokerages { get; } = [];

    public List<IPluginService> Services { get; } = [];

    public List<IBarImporter> BarImporters { get; } = [];

    public List<ITickImporter> TickImporters { get; } = [];

    public List<CapabilityDescriptor> Capabilities { get; } = [];

    public List<McpResource> Resources { get; } = [];

    public List<McpPrompt> Prompts { get; } = [];

    /// <summary>Whether a running host may go on without it: limits in force, sources in use, brokers and open ports cannot be exchanged under it.</summary>
    public bool IsReplaceable => RiskRules.Count == 0 && Sources.Count == 0 && Brokerages.Count == 0 && Services.Count == 0;

    /// <summary>Whether it offers nothing at all.</summary>
    public bool IsEmpty => Strategies.Count + RiskRules.Count + Indicators.Count + Sources.Count + Calendars.Count + Brokerages.Count + Services.Count + BarImporters.Count + TickImporters.Count + Capabilities.Count + Resources.Count + Prompts.Count == 0;
}
