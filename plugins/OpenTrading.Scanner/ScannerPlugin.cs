using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Scanner.Scans;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Scanner;

/// <summary>Ranks markets by how much speaks for a trade. It gives opinions; nothing of it is an order.</summary>
public sealed class ScannerPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        IPluginContext context = registry.Context;
        var schedule = ScanSchedule.Of(context.Options<ScannerOptions>());
        var readings = new MarketReadings(context);
        var archive = new ScanArchive(context);
        var scanner = new ScanDesk(context, readings, archive);
        registry.AddCapabilities(new ScanCapabilities(scanner, readings));
        registry.AddCapabilities(new ConfluenceCapabilities(readings));
        registry.AddCapabilities(new HistoryCapabilities(archive, context, new Paging(context.Wall)));
        if (schedule is not null)
        {
            registry.AddService(new ScheduledScans(schedule, scanner, readings, context));
        }
    }
}
