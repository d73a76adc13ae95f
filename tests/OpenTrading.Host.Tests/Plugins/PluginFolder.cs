using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Tests.Plugins;

/// <summary>A home's plugin folders in the temporary folder, and real assemblies to drop into them.</summary>
internal sealed class PluginFolder : IDisposable
{
    private static readonly MetadataReference[] Runtime =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("OpenTrading.S", StringComparison.Ordinal)))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

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

    public PluginRoots Roots => new([], [Plugins, Strategies]);

    /// <summary>Source of a strategy that buys with a given confidence.</summary>
    public static string Buyer(string id, string confidence = "0.5") => $$"""
        [Strategy("{{id}}")]
        public sealed class Buyer([Parameter(1, 100)] int period = 10) : Strategy
        {
            public override void OnBar(StrategyContext context) => context.Buy("always " + period, confidence: {{confidence}});
        }
        """;

    /// <summary>Compiles a plugin into a folder of its name.</summary>
    /// <param name="name">Name of plugin, folder and assembly.</param>
    /// <param name="source">Its code, without the usings.</param>
    /// <param name="sdk">Version it is stamped with; null for no stamp.</param>
    /// <param name="library">Name and source of an assembly it depends on.</param>
    /// <returns>Its main assembly.</returns>
    public string Drop(string name, string source, string? sdk = "0.1.0", (string Name, string Source)? library = null)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Strategies, name)).FullName;
        List<MetadataReference> references = [.. Runtime];
        if (library is { } needed)
        {
            string path = Path.Combine(folder, needed.Name + ".dll");
            Compile(needed.Name, needed.Source, references, path);
            references.Add(MetadataReference.CreateFromFile(path));
        }

        string stamp = sdk is null ? "" : $"[assembly: System.Reflection.AssemblyMetadata(\"OpenTrading.Sdk\", \"{sdk}\")]\n";
        const string usings = "using System; using OpenTrading.Sdk.Market; using OpenTrading.Sdk.Strategies; using OpenTrading.Sdk.Plugins; using OpenTrading.Sdk.Risk; using OpenTrading.Sdk.Trading;\n";
        string main = Path.Combine(folder, name + ".dll");
        Compile(name, usings + stamp + source, references, main);
        return main;
    }

    public PluginSet Load(IReadOnlyDictionary<string, string>? pins = null, bool requirePins = false) => new(
        Roots, shadows => new PluginLoader(new Context(Store), new PluginAdmission(pins ?? new Dictionary<string, string>(), requirePins), shadows));

    /// <summary>A set over the parts that come with the program.</summary>
    public PluginSet LoadShipped(string folder) => new(
        new PluginRoots([folder], []), shadows => new PluginLoader(new Context(Store), new PluginAdmission(new Dictionary<string, string>(), false), shadows));

    public void Dispose() => _root.Delete(recursive: true);

    private static void Compile(string name, string source, IEnumerable<MetadataReference> references, string path)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using FileStream file = File.Create(path);
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(file);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    private sealed record Context(IBarStore Store) : IPluginContext
    {
        public TimeProvider Clock => TimeProvider.System;

        public int Seed => 1;

        public BrokerDay Day => BrokerDay.Utc;

        public IReadOnlyDictionary<string, Instrument> Instruments { get; } = new Dictionary<string, Instrument>();
    }
}
