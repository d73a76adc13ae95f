using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.MarketData.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Tests.Import;

/// <summary>An import bench: a store in a folder of its own and all importers of the plugin.</summary>
public abstract class ImportTests : IDisposable
{
    protected static readonly SeriesKey H1 = new("EURUSD", Timeframe.H1);
    protected static readonly SeriesKey Ticks = SeriesKey.Ticks("EURUSD");

    protected ImportTests() => Store = new SeriesStore(Path.Combine(Folder.Path, "store"));

    protected TemporaryFolder Folder { get; } = new();

    protected SeriesStore Store { get; }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected ImportReport Import(string path, ImportOptions options) =>
        new FileImport(Store, [new CsvBarImporter(), new Mt5BarImporter()], [new CsvTickImporter(), new Mt5TickImporter()])
            .Run(path, options, CancellationToken.None);

    protected ImportReport Import(string path, SeriesKey key) => Import(path, new ImportOptions { Key = key });

    protected BarSeries Bars(string csv, ImportOptions? options = null)
    {
        options ??= new ImportOptions { Key = H1 };
        Import(Folder.File("bars.csv", csv), options);
        return Store.ReadBars(options.Key);
    }

    protected TickSeries TicksOf(string csv, ImportOptions? options = null)
    {
        options ??= new ImportOptions { Key = Ticks };
        Import(Folder.File("ticks.csv", csv), options);
        return Store.ReadTicks(options.Key);
    }

    /// <summary>Text of the refusal, after checking that nothing was stored.</summary>
    protected string Refusal(string csv, ImportOptions? options = null)
    {
        options ??= new ImportOptions { Key = H1 };
        ImportException refusal = Assert.Throws<ImportException>(() => Import(Folder.File("bars.csv", csv), options));
        Assert.Empty(Store.List());
        return refusal.Message;
    }
}
