using OpenTrading.MarketData.Import;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MarketData;

/// <summary>Importers and feeds.</summary>
public sealed class MarketDataPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        // The exports of a terminal are recognised by their header; the general reader would take them too, and comes last.
        registry.AddBarImporter(new Mt5BarImporter());
        registry.AddBarImporter(new CsvBarImporter());
        registry.AddTickImporter(new Mt5TickImporter());
        registry.AddTickImporter(new CsvTickImporter());
    }
}
