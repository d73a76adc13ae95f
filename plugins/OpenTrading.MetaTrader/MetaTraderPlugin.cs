using OpenTrading.MetaTrader.Capabilities.Mt4;
using OpenTrading.MetaTrader.Capabilities.Mt5;
using OpenTrading.MetaTrader.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader;

/// <summary>MetaTrader 5 and 4: prices, account, positions, orders, over an expert in the terminal that connects to this host.</summary>
public sealed class MetaTraderPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        IPluginContext context = registry.Context;
        BridgeOptions options = context.Options<BridgeOptions>();
        var bridge = new Bridge(options, context);
        registry.AddDataSource(bridge.Mt5);
        registry.AddDataSource(bridge.Mt4);
        registry.AddCalendar(new TerminalCalendar(bridge.Terminals, bridge.Time));
        registry.AddBrokerage(bridge.Brokerage);
        registry.AddCapabilities(new Mt5Capabilities(bridge, context));
        registry.AddCapabilities(new Mt5HistoryCapabilities(bridge, context));
        registry.AddCapabilities(new Mt4ReadCapabilities(bridge, context));
        registry.AddCapabilities(new Mt4TradeCapabilities(bridge, context));
        registry.AddService(new BridgeService(options, bridge, context));
    }
}
