using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginLoaderTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_CollectionBeforeFirstUse_PluginStillLoadsItsDependencies()
    {
        using PluginSet plugins = Shipped();
        string file = Path.Combine(_folder.Plugins, "bars.csv");
        File.WriteAllText(file, "time,open,high,low,close\n2024-01-08 00:00,1.1,1.2,1.0,1.1\n");

        GC.Collect();
        GC.WaitForPendingFinalizers();

        // Reading times of a zone is what first asks for a library of the plugin's own.
        ImportReport report = new FileImport(_folder.Store, plugins.Catalog.BarImporters, plugins.Catalog.TickImporters)
            .Run(file, new ImportOptions { Key = new SeriesKey("EURUSD", Timeframe.H1), TimeZone = "Europe/Helsinki" }, CancellationToken.None);

        Assert.Equal(new DateTime(2024, 1, 7, 22, 0, 0, DateTimeKind.Utc), report.From);
    }

    [Fact]
    public void Load_TwoVersionsOfOneLibrary_EachPluginHasItsOwn()
    {
        foreach ((string name, int number) in new[] { ("One", 1), ("Two", 2) })
        {
            _folder.Drop(
                name,
                PluginFolder.Buyer(name.ToLowerInvariant(), "Numbers.Value / 10.0"),
                library: ("Numbers", $"public static class Numbers {{ public static int Value => {number}; }}"));
        }

        using PluginSet plugins = _folder.Load();

        Assert.Empty(plugins.Catalog.Faults);
        Assert.Equal(0.1, StrategyRun.Confidence(plugins, "one"), 12);
        Assert.Equal(0.2, StrategyRun.Confidence(plugins, "two"), 12);
    }

    [Fact]
    public void Load_NoAssembly_IsRefusedAndTheRestLoads()
    {
        _folder.Drop("Good", PluginFolder.Buyer("good"));
        string bad = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Strategies, "Bad")).FullName, "Bad.dll");
        File.WriteAllText(bad, "this is no assembly");

        using PluginSet plugins = _folder.Load();

        Assert.Equal(PluginState.Refused, plugins.Catalog.Find("Bad")!.State);
        Assert.Equal($"{bad}: it is no .NET assembly, or a damaged one; replace or remove it.", Assert.Single(plugins.Catalog.Faults));
        Assert.Equal(["good"], plugins.Catalog.Strategies.Keys);
    }

    [Fact]
    public void Load_FolderWithoutItsAssembly_SaysWhatIsMissing()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Strategies, "Empty"));

        using PluginSet plugins = _folder.Load();

        Assert.EndsWith("Empty.dll: it is not there; a plugin folder and its assembly have one name.", Assert.Single(plugins.Catalog.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.99.0", "it was built for OpenTrading.Sdk 0.99, this host has 0.1; update the host, or build it against 0.1.")]
    [InlineData("1.0.0", "it was built for OpenTrading.Sdk 1.0, this host has 0.1; update the host, or build it against 0.1.")]
    [InlineData("nonsense", "its SDK version is 'nonsense', which is no version; build it with the OpenTrading.Sdk package.")]
    public void Load_SdkOfAnotherVersion_IsRefusedBeforeItRuns(string stamp, string why)
    {
        const string module = "static class Start { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => AppContext.SetData(\"newer-sdk-ran\", true); }\n";
        _folder.Drop("Newer", PluginFolder.Buyer("newer") + module, stamp);

        using PluginSet plugins = _folder.Load();

        Assert.Equal(why, plugins.Catalog.Find("Newer")!.Why);
        Assert.Null(AppContext.GetData("newer-sdk-ran"));
    }

    [Fact]
    public void Load_NoStamp_TheReferencedSdkCounts()
    {
        _folder.Drop("Plain", PluginFolder.Buyer("plain"), sdk: null);

        using PluginSet plugins = _folder.Load();

        Assert.Equal("0.1", plugins.Catalog.Find("Plain")!.SdkVersion);
        Assert.Empty(plugins.Catalog.Faults);
    }

    [Fact]
    public void Load_DependencyMissing_IsNamedBeforeAnythingRuns()
    {
        string main = _folder.Drop("Needy", PluginFolder.Buyer("needy", "Numbers.Value"), library: ("Numbers", "public static class Numbers { public static double Value => 1; }"));
        File.Delete(Path.Combine(Path.GetDirectoryName(main)!, "Numbers.dll"));

        using PluginSet plugins = _folder.Load();

        Assert.Equal("it needs Numbers.dll, which is neither beside it nor part of .NET; copy the whole drop-in folder of the build.", plugins.Catalog.Find("Needy")!.Why);
    }

    [Fact]
    public void Load_DependencyDamaged_ItIsNamedAndNotThePlugin()
    {
        string main = _folder.Drop("Needy", PluginFolder.Buyer("needy", "Numbers.Value"), library: ("Numbers", "public static class Numbers { public static double Value => 1; }"));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(main)!, "Numbers.dll"), "half a copy");

        using PluginSet plugins = _folder.Load();

        Assert.Equal("Numbers.dll, which it needs, is no .NET assembly, or a damaged one; copy the whole drop-in folder of the build.", plugins.Catalog.Find("Needy")!.Why);
    }

    [Fact]
    public void Load_DependencyOfTheHostsOwn_IsNotLentToThePlugin()
    {
        string library = typeof(Microsoft.CodeAnalysis.SyntaxTree).Assembly.GetName().Name!;
        string main = _folder.Drop("Needy", PluginFolder.Buyer("needy", "Microsoft.CodeAnalysis.Text.Value"), library: (library, "namespace Microsoft.CodeAnalysis { public static class Text { public static double Value => 1; } }"));
        File.Delete(Path.Combine(Path.GetDirectoryName(main)!, library + ".dll"));

        using PluginSet plugins = _folder.Load();

        Assert.StartsWith($"it needs {library}.dll, which is neither beside it nor part of .NET;", plugins.Catalog.Find("Needy")!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DependencyThatItsFileDoesNotName_IsTakenFromBeside()
    {
        string main = _folder.Drop("Needy", PluginFolder.Buyer("needy", "Numbers.Value"), library: ("Numbers", "public static class Numbers { public static double Value => 0.9; }"));
        File.WriteAllText(Path.ChangeExtension(main, ".deps.json"), """
            { "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
              "targets": { ".NETCoreApp,Version=v10.0": { "Needy/1.0.0": { "runtime": { "Needy.dll": { } } } } },
              "libraries": { "Needy/1.0.0": { "type": "project", "serviceable": false, "sha512": "" } } }
            """);

        using PluginSet plugins = _folder.Load();

        Assert.Empty(plugins.Catalog.Faults);
        Assert.Equal(0.9, StrategyRun.Confidence(plugins, "needy"), 12);
    }

    [Fact]
    public void Load_DependencyFileDamaged_IsNamed()
    {
        string main = _folder.Drop("Needy", PluginFolder.Buyer("needy"));
        File.WriteAllText(Path.ChangeExtension(main, ".deps.json"), "{ half a");

        using PluginSet plugins = _folder.Load();

        Assert.Equal("its Needy.deps.json cannot be understood; copy the whole drop-in folder of the build.", plugins.Catalog.Find("Needy")!.Why);
    }

    [Fact]
    public void Load_AssemblyDamagedAnywhere_IsRefusedOrLoadsAndNothingBreaks()
    {
        string main = _folder.Drop("Mine", PluginFolder.Buyer("mine"));
        byte[] sound = File.ReadAllBytes(main);
        var random = new Random(3);
        for (int i = 0; i < 60; i++)
        {
            byte[] damaged = [.. sound];
            for (int n = 0; n < 4; n++)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 + random.Next(255));
            }

            File.WriteAllBytes(main, i % 3 == 0 ? damaged[..random.Next(damaged.Length)] : damaged);
            Plugin examined = Assert.Single(_folder.Examine());
            Assert.Equal(examined.IsUsable, examined.Why.Length == 0);
        }
    }

    [Fact]
    public void Load_NativeLibraryMissing_IsNamed()
    {
        _folder.Drop("Native", """
            public sealed class Entry : IPlugin
            {
                [System.Runtime.InteropServices.DllImport("surely-not-installed")] static extern int answer();
                public void Register(IPluginRegistry registry) => answer();
            }
            """);

        using PluginSet plugins = _folder.Load();

        string why = plugins.Catalog.Find("Native")!.Why;
        Assert.StartsWith("a native library is missing (Unable to load shared library 'surely-not-installed'", why, StringComparison.Ordinal);
        Assert.EndsWith("); put it beside the plugin, or install it.", why, StringComparison.Ordinal);
        Assert.DoesNotContain("consider", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_RegistrationThrows_OffersNothingOfIt()
    {
        _folder.Drop("Thrower", PluginFolder.Buyer("thrower") + """
            public sealed class Entry : IPlugin { public void Register(IPluginRegistry registry) => throw new InvalidOperationException("no luck today"); }
            """);

        using PluginSet plugins = _folder.Load();

        Assert.Equal("it threw InvalidOperationException: no luck today", plugins.Catalog.Find("Thrower")!.Why);
        Assert.Empty(plugins.Catalog.Strategies);
    }

    [Fact]
    public void Load_RegistrationNeverReturns_IsLeftBehindAndTheRestLoads()
    {
        _folder.Drop("Good", PluginFolder.Buyer("good"));
        _folder.Drop("Hanging", PluginFolder.Buyer("hanging") + """
            public sealed class Entry : IPlugin { public void Register(IPluginRegistry registry) { while (true) { System.Threading.Thread.Sleep(100); } } }
            """);

        using PluginSet plugins = _folder.Load();

        Plugin hanging = plugins.Catalog.Find("Hanging")!;
        Assert.Equal((PluginState.RestartNeeded, false), (hanging.State, hanging.IsUsable));
        Assert.Equal("its registration did not return within 5 s; do the work in OnBar, and restart to be rid of the thread that was left behind.", hanging.Why);
        Assert.Equal(["good"], plugins.Catalog.Strategies.Keys);
    }

    [Fact]
    public void Load_RegistrationOfAScriptNeverReturns_IsStopped()
    {
        File.WriteAllText(Path.Combine(_folder.Strategies, "hanging.csx"), "public sealed class Entry : IPlugin { public void Register(IPluginRegistry registry) { while (true) { } } }");

        using PluginSet plugins = _folder.Load();

        Assert.Equal((PluginState.Refused, "its registration did not return within 5 s and was stopped; do the work in OnBar."), (plugins.Catalog.Find("hanging")!.State, plugins.Catalog.Find("hanging")!.Why));
    }

    [Fact]
    public void Create_ConstructorNeverReturns_IsStoppedAndSaysSo()
    {
        File.WriteAllText(Path.Combine(_folder.Strategies, "hanging.csx"), """
            [Strategy("hanging")]
            public sealed class Hanging : Strategy
            {
                public Hanging() { while (true) { } }
                public override void OnBar(StrategyContext context) { }
            }
            """);
        using PluginSet plugins = _folder.Load();

        PluginException refused = Assert.Throws<PluginException>(() => plugins.Catalog.Strategies["hanging"].Create(new Dictionary<string, string>(), out _));

        Assert.Equal("the constructor of strategy hanging did not return within 5 s and was stopped; do the work in OnBar.", refused.Message);
    }

    [Fact]
    public void Load_NothingOffered_SaysHowToOffer()
    {
        _folder.Drop("Idle", "public sealed class Idle { public StrategyContext? Nothing => null; }");

        using PluginSet plugins = _folder.Load();

        Assert.StartsWith("it offers nothing;", plugins.Catalog.Find("Idle")!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TwoStrategiesWithOneId_TheSecondPluginIsRefused()
    {
        string first = _folder.Drop("First", PluginFolder.Buyer("same"));
        _folder.Drop("Second", PluginFolder.Buyer("same"));

        using PluginSet plugins = _folder.Load();

        Assert.Equal($"strategy id 'same' is already offered by {first}; rename one.", plugins.Catalog.Find("Second")!.Why);
        Assert.Equal("First", plugins.Catalog.Strategies["same"].PluginId);
    }

    [Fact]
    public void Load_OneIdInBothFolders_TheSecondIsRefused()
    {
        string first = _folder.Drop("Twin", PluginFolder.Buyer("one"));
        Directory.Move(Path.GetDirectoryName(first)!, Path.Combine(_folder.Plugins, "Twin"));
        _folder.Drop("Twin", PluginFolder.Buyer("two"));

        using PluginSet plugins = _folder.Load();

        Assert.Equal(["one"], plugins.Catalog.Strategies.Keys);
        Assert.Contains("plugin id 'Twin' is taken by", Assert.Single(plugins.Catalog.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_PinnedAndUnchanged_Loads()
    {
        _folder.Drop("Pinned", PluginFolder.Buyer("pinned"));
        string pin = PluginDigest.OfFolder(Path.Combine(_folder.Strategies, "Pinned"));

        using PluginSet plugins = _folder.Load(new Dictionary<string, string> { ["Pinned"] = pin.ToUpperInvariant() }, requirePins: true);

        Assert.Empty(plugins.Catalog.Faults);
    }

    [Fact]
    public void Load_PinnedAndOneByteOfADependencyChanged_IsRefused()
    {
        string main = _folder.Drop("Pinned", PluginFolder.Buyer("pinned"), library: ("Numbers", "public static class Numbers;"));
        string pin = PluginDigest.OfFolder(Path.GetDirectoryName(main)!);
        File.AppendAllText(Path.Combine(Path.GetDirectoryName(main)!, "Numbers.dll"), "x");

        using PluginSet plugins = _folder.Load(new Dictionary<string, string> { ["Pinned"] = pin });

        Assert.EndsWith($"pinned is {pin}; restore the pinned files, or pin the new ones under [plugins.pins] after reading them.", plugins.Catalog.Find("Pinned")!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_PinsRequiredAndNone_IsRefusedWithTheLineToWrite()
    {
        _folder.Drop("Free", PluginFolder.Buyer("free"));
        string digest = PluginDigest.OfFolder(Path.Combine(_folder.Strategies, "Free"));

        using PluginSet plugins = _folder.Load(requirePins: true);

        Assert.Equal($"it has no pin and plugins.require_pins is true; add Free = \"{digest}\" under [plugins.pins] after reading it.", plugins.Catalog.Find("Free")!.Why);
    }

    [Fact]
    public void Load_PluginThatReadsWhereItLies_SeesItsOwnCopy()
    {
        string main = _folder.Drop("Reader", """
            public sealed class Entry : IPlugin
            {
                public void Register(IPluginRegistry registry)
                {
                    string folder = System.IO.Path.GetDirectoryName(typeof(Entry).Assembly.Location)!;
                    AppContext.SetData("reader-note", System.IO.File.ReadAllText(System.IO.Path.Combine(folder, "note.txt")));
                    AppContext.SetData("reader-folder", folder);
                    registry.AddStrategy<Buyer>();
                }
            }
            """ + PluginFolder.Buyer("reader"));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(main)!, "note.txt"), "hello");

        using PluginSet plugins = _folder.Load();

        Assert.Equal("hello", AppContext.GetData("reader-note"));
        Assert.NotEqual(Path.GetDirectoryName(main), AppContext.GetData("reader-folder"));
    }

    // The host's own output: artifacts/bin/PROJECT/CONFIGURATION.
    private PluginSet Shipped() => _folder.LoadShipped(Path.Combine(
        ReferenceFiles.RepositoryRoot, "artifacts", "bin", "OpenTrading.Host", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "plugins"));
}
