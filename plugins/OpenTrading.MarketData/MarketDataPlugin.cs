using OpenTrading.MarketData.Import;
using OpenTrading.MarketData.Replay;
using OpenTrading.MarketData.Synthetic;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MarketData;

/// <summary>Importers and feeds.</summary>
public sealed class MarketDataPlugin : IPlugin
{
    // Made-up prices exist for made-up instruments alone: nobody must ever see a synthetic EURUSD.
    private const string SyntheticBase = "SYN";

    public void Register(IPluginRegistry registry)
    {
        // The exports of a terminal are recognised by their header; the general reader would take them too, and comes last.
        registry.AddBarImporter(new Mt5BarImporter());
        registry.AddBarImporter(new CsvBarImporter());
        registry.AddTickImporter(new Mt5TickImporter());
        registry.AddTickImporter(new CsvTickImporter());

        IPluginContext context = registry.Context;
        var markets = context.Instruments.Values.Where(i => i.BaseCurrency == SyntheticBase).Select(SyntheticMarket.For);
        registry.AddDataSource(new SyntheticFeed(markets, context.Seed, context.Day, context.Clock));
        registry.AddDataSource(new ReplayFeed(context.Store, context.Day, context.Clock, speed: 1, from: context.Clock.GetUtcNow().UtcDateTime));
    }
}
