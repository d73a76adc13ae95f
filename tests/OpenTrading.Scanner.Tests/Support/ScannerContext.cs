using OpenTrading.Features.Tests.Support;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Scanner.Tests.Support;

/// <summary>A recorded market with a file for the plugin.</summary>
internal sealed class ScannerContext(RecordedMarket recorded, params string[] watchlist) : RecordedContext(recorded, watchlist)
{
    public override IPluginState State => File;

    public MemoryState File { get; init; } = new();
}
