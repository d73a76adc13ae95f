using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Running;

/// <summary>The plugins a host works with: those shipped beside the program, then the home's own.</summary>
internal static class HostPlugins
{
    public static PluginCatalog Load(HostConfiguration configuration, HomeFolder home, TimeProvider clock)
    {
        var context = new Context(clock, configuration.Run.Seed, configuration.BrokerDay, new SeriesStore(home.Store), configuration.Instruments);
        return new PluginLoader(context).Load(
        [
            Path.Combine(AppContext.BaseDirectory, "plugins"),
            Path.Combine(AppContext.BaseDirectory, "strategies"),
            home.Plugins,
            home.Strategies,
        ]);
    }

    private sealed record Context(
        TimeProvider Clock, int Seed, BrokerDay Day, IBarStore Store, IReadOnlyDictionary<string, Instrument> Instruments) : IPluginContext;
}
