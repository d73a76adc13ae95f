using System.Text.Json;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Scanner.Scans;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Scanner.Tests.Support;

/// <summary>The toolset over a recorded market, called as a face calls it.</summary>
internal sealed class ScannerBench : IDisposable
{
    private readonly CapabilityBench _bench;

    public ScannerBench(RecordedMarket recorded, MemoryState? state = null, params string[] watchlist)
    {
        Context = new ScannerContext(recorded, watchlist) { File = state ?? new MemoryState() };
        var readings = new MarketReadings(Context);
        var archive = new ScanArchive(Context);
        _bench = new CapabilityBench(
            new ScanCapabilities(new ScanDesk(Context, readings, archive), readings),
            new ConfluenceCapabilities(readings),
            new HistoryCapabilities(archive, Context, new Paging(TimeProvider.System)));
    }

    public ScannerContext Context { get; }

    public JsonElement Call(string name, string arguments = "{}") => _bench.Call(name, arguments);

    public string Refusal(string name, string arguments) => _bench.Refusal(name, arguments);

    public void Dispose() => _bench.Dispose();
}
