using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Mcp;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>Collects what one plugin offers while it registers.</summary>
internal sealed class PluginRegistry(IPluginContext context, Plugin plugin) : IPluginRegistry
{
    public IPluginContext Context => context;

    public PluginOffers Offers { get; } = new();

    public void AddStrategy<TStrategy>()
        where TStrategy : Strategy => Add(typeof(TStrategy));

    public void AddRiskRule<TRule>()
        where TRule : IRiskRule => Add(typeof(TRule));

    public void AddIndicator<TIndicator>()
        where TIndicator : IIndicator => Add(typeof(TIndicator));

    public void AddDataSource(IDataSource source) => Offers.Sources.Add(source);

    public void AddCalendar(ICalendarSource source) => Offers.Calendars.Add(source);

    public void AddBrokerage(IBrokerage brokerage) => Offers.Brokerages.Add(brokerage);

    public void AddService(IPluginService service) => Offers.Services.Add(service);

    public void AddBarImporter(IBarImporter importer) => Offers.BarImporters.Add(importer);

    public void AddTickImporter(ITickImporter importer) => Offers.TickImporters.Add(importer);

    public void AddCapabilities(object owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        Offers.Capabilities.AddRange(CapabilityDescriptor.Of(owner, plugin.Id, plugin.Interrupt));
    }

    public void AddResource(McpResource resource) => Offers.Resources.Add(resource);

    public void AddPrompt(McpPrompt prompt) => Offers.Prompts.Add(prompt);

    /// <summary>Takes a strategy, rule or indicator type. A marked one is found before it is registered: the second time says nothing new.</summary>
    public void Add(Type type)
    {
        if (type.IsAssignableTo(typeof(Strategy)))
        {
            if (!Offers.Strategies.Exists(s => s.Type == type))
            {
                Offers.Strategies.Add(StrategyDescriptor.Of(type, plugin));
            }
        }
        else if (type.IsAssignableTo(typeof(IIndicator)))
        {
            var indicator = IndicatorDefinition.Of(type);
            if (!Offers.Indicators.Exists(i => i.Name == indicator.Name))
            {
                // What it shows is read off an instance, and a plugin that cannot make one is better refused now.
                _ = indicator.Outputs;
                Offers.Indicators.Add(indicator);
            }
        }
        else if (!Offers.RiskRules.Exists(r => r.Type == type))
        {
            Offers.RiskRules.Add(RuleDescriptor.Of(type, plugin.Id));
        }
    }
}
