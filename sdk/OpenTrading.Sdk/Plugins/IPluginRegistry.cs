using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Mcp;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Plugins;

/// <summary>Where a plugin says what it offers.</summary>
public interface IPluginRegistry
{
    /// <summary>What the plugin may know of its host.</summary>
    IPluginContext Context { get; }

    /// <summary>Offers a strategy. The type carries a <see cref="StrategyAttribute"/>.</summary>
    void AddStrategy<TStrategy>()
        where TStrategy : Strategy;

    /// <summary>Offers a risk rule. The type carries a <see cref="RiskRuleAttribute"/>; it can only tighten.</summary>
    void AddRiskRule<TRule>()
        where TRule : IRiskRule;

    /// <summary>Offers an indicator. The type carries an <see cref="IndicatorAttribute"/>.</summary>
    void AddIndicator<TIndicator>()
        where TIndicator : IIndicator;

    /// <summary>Offers a source of market data.</summary>
    void AddDataSource(IDataSource source);

    /// <summary>Offers a source of economic events. Where two say the same event, the one registered first is shown, completed by the other.</summary>
    void AddCalendar(ICalendarSource source);

    /// <summary>Offers broker connections. Their sending faces go to the host's order router, and to nobody else.</summary>
    void AddBrokerage(IBrokerage brokerage);

    /// <summary>Offers a part that works while the host runs.</summary>
    void AddService(IPluginService service);

    /// <summary>Offers a reader of a foreign bar format. The first registered one that recognises a file reads it.</summary>
    void AddBarImporter(IBarImporter importer);

    /// <summary>Offers a reader of a foreign tick format.</summary>
    void AddTickImporter(ITickImporter importer);

    /// <summary>Offers every method of <paramref name="owner"/> that carries a <see cref="CapabilityAttribute"/>.</summary>
    void AddCapabilities(object owner);

    /// <summary>Offers MCP clients something to read.</summary>
    void AddResource(McpResource resource);

    /// <summary>Offers MCP clients a prompt.</summary>
    void AddPrompt(McpPrompt prompt);
}
