using OpenTrading.Host.Configuration;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>The shipped instruments.</summary>
internal static class HostSymbols
{
    private static readonly IReadOnlyDictionary<string, Instrument> All =
        InstrumentFile.Read(Path.Combine(ReferenceFiles.RepositoryRoot, "config", "instruments.toml"), []);

    public static Instrument Of(string symbol) => All[symbol];
}
