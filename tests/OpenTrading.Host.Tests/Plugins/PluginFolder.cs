using OpenTrading.Host.Plugins;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared.Contexts;
using OpenTrading.Tests.Shared.Plugins;

namespace OpenTrading.Host.Tests.Plugins;

/// <summary>A home's plugin folders in the temporary folder, and real assemblies to drop into them.</summary>
internal sealed class PluginFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("opentrading-test-");

    public PluginFolder()
    {
        Directory.CreateDirectory(Plugins);
        Directory.CreateDirectory(Strategies);
        Store = new SeriesStore(Path.Combine(_root.FullName, "store"));
    }

    public string Plugins => Path.Combine(_root.FullName, "plugins");

    public string Strategies => Path.Combine(_root.FullName, "strategies");

    public SeriesStore Store { get; }

    private ScriptBuilder Scripts => new(Path.Combine(_root.FullName, "scripts-cache"));

    public PluginRoots Roots => new([], [Plugins, Strategies]);

    /// <summary>Source of a strategy that buys with a given confidence.</summary>
    public static string Buyer(string id, string confidence = "0.5") => $$"""
        [Strategy("{{id}}")]
        public sealed class Buyer([Parameter(1, 100)] int period = 10) : Strategy
        {
            public override void OnBar(StrategyContext context) => context.Buy("always " + period, confidence: {{confidence}});
        }
        """;

    /// <inheritdoc cref="PluginCompiler.Drop"/>
    public string Drop(string name, string source, string? sdk = "0.1.0", (string Name, string Source)? library = null) =>
        PluginCompiler.Drop(Strategies, name, source, sdk, library);

    public PluginSet Load(IReadOnlyDictionary<string, string>? pins = null, bool requirePins = false, Func<PluginFile, bool>? isLeftOut = null) => new(
        Roots, shadows => Loader(shadows, pins, requirePins), isLeftOut: isLeftOut);

    /// <summary>Checks all of them and runs nothing.</summary>
    public IReadOnlyList<Plugin> Examine()
    {
        using var shadows = new ShadowCopies();
        return [.. Roots.Find().Select(Loader(shadows).Examine)];
    }

    /// <summary>A set whose plugins can be switched off.</summary>
    public PluginSet LoadSwitched() => new(
        Roots,
        shadows => new PluginLoader(_ => new Context(Store), new PluginAdmission(new Dictionary<string, string>(), false), shadows, Scripts),
        new PluginSwitches(Path.Combine(_root.FullName, "off.json")));

    /// <summary>A set over the parts that come with the program.</summary>
    public PluginSet LoadShipped(string folder) => new(new PluginRoots([folder], []), shadows => Loader(shadows));

    public void Dispose() => _root.Delete(recursive: true);

    private PluginLoader Loader(ShadowCopies shadows, IReadOnlyDictionary<string, string>? pins = null, bool requirePins = false) =>
        new(_ => new Context(Store), new PluginAdmission(pins ?? new Dictionary<string, string>(), requirePins), shadows, Scripts);

    private sealed class Context(IBarStore store) : BareContext
    {
        public override BrokerDay Day => BrokerDay.Utc;

        public override IBarStore Store => store;
    }
}
