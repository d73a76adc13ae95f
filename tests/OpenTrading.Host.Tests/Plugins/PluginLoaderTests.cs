using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginLoaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_CollectionBeforeFirstUse_PluginStillLoadsItsDependencies()
    {
        var store = new SeriesStore(_folder.FullName);
        PluginCatalog plugins = new PluginLoader(new Context(store)).Load([ShippedPlugins]);
        string file = Path.Combine(_folder.FullName, "bars.csv");
        File.WriteAllText(file, "time,open,high,low,close\n2024-01-08 00:00,1.1,1.2,1.0,1.1\n");

        GC.Collect();
        GC.WaitForPendingFinalizers();

        // Reading times of a zone is what first asks for a library of the plugin's own.
        ImportReport report = new FileImport(store, plugins.BarImporters, plugins.TickImporters)
            .Run(file, new ImportOptions { Key = new SeriesKey("EURUSD", Timeframe.H1), TimeZone = "Europe/Helsinki" }, CancellationToken.None);

        Assert.Equal(new DateTime(2024, 1, 7, 22, 0, 0, DateTimeKind.Utc), report.From);
        GC.KeepAlive(plugins);
    }

    // The host's own output: artifacts/bin/PROJECT/CONFIGURATION.
    private static string ShippedPlugins => Path.Combine(
        ReferenceFiles.RepositoryRoot, "artifacts", "bin", "OpenTrading.Host", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "plugins");

    private sealed record Context(IBarStore Store) : IPluginContext
    {
        public TimeProvider Clock => TimeProvider.System;

        public int Seed => 1;

        public BrokerDay Day => BrokerDay.Utc;

        public IReadOnlyDictionary<string, Instrument> Instruments { get; } = new Dictionary<string, Instrument>();
    }
}
