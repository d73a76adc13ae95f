using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Benchmarks.Harness;

/// <summary>A home of its own in the temporary folder, with the shipped configuration and plugins; gone when disposed.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("opentrading-benchmark-");
    private readonly PluginSet _plugins;

    public Workspace()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "config", "opentrading.toml");
        Configuration = ConfigurationLoader.Load(file);
        Home = HomeFolder.Open(_root.FullName, file);
        _plugins = HostPlugins.Load(Configuration, Home, TimeProvider.System);
        Store = new SeriesStore(Home.Store);
    }

    public static SeriesKey Eurusd { get; } = new("EURUSD", Timeframe.H1);

    public static string EurusdFile => ReferenceFiles.MarketData("EURUSD_H1.csv");

    public HostConfiguration Configuration { get; }

    public HomeFolder Home { get; }

    public PluginCatalog Plugins => _plugins.Catalog;

    public SeriesStore Store { get; }

    /// <summary>Imports a file the way <c>opentrading import</c> does.</summary>
    public void Import(string file, SeriesKey key) =>
        new FileImport(Store, Plugins.BarImporters, Plugins.TickImporters)
            .Run(file, new ImportOptions { Key = key, Digits = Configuration.Instruments[key.Symbol].Digits }, CancellationToken.None);

    /// <summary>Writes minute bars whose prices are the recorded hours over and over.</summary>
    public string MinuteFile(int rows)
    {
        string path = Path.Combine(_root.FullName, $"minutes-{rows}.csv");
        string[] recorded = [.. File.ReadLines(EurusdFile).Skip(1).Select(l => l[l.IndexOf(',', StringComparison.Ordinal)..])];
        var time = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        using StreamWriter file = File.CreateText(path);
        file.WriteLine(File.ReadLines(EurusdFile).First());
        for (int i = 0; i < rows; i++, time = time.AddMinutes(1))
        {
            file.Write(time.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            file.WriteLine(recorded[i % recorded.Length]);
        }

        return path;
    }

    public void Dispose()
    {
        _plugins.Dispose();
        _root.Delete(recursive: true);
    }
}
