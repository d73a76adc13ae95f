using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Plugins.Tending;
using OpenTrading.Host.Tests.Configuration;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Plugins.Tending;

public sealed class PluginCapabilitiesTests : IDisposable
{
    private readonly ConfigFolder _config = new();
    private readonly PluginFolder _folder = new();

    public void Dispose()
    {
        _config.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void ListPlugins_ByKindAndById_TellsWhatEachOffers()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine"));
        Script("tools", Greeter("greet"));
        Script("bad", "this is no script");
        using PluginSet plugins = _folder.Load();
        PluginCapabilities capabilities = Of(plugins);

        Assert.Equal(
            [("Mine", PluginKind.Assembly, PluginState.Loaded, 0, false), ("bad", PluginKind.Script, PluginState.Refused, 0, true), ("tools", PluginKind.Script, PluginState.Loaded, 1, false)],
            capabilities.ListPlugins().Plugins.Select(p => (p.PluginId, p.Kind, p.State, p.Capabilities, p.LastError is not null)).Order());
        Assert.Equal(["bad", "tools"], capabilities.ListPlugins(kind: PluginKind.Script).Plugins.Select(p => p.PluginId));
        PluginDetail mine = capabilities.ListPlugins("Mine").Detail!;
        Assert.Equal(("mine", "full_trust", "0.1", 64), (Assert.Single(mine.Provides.Strategies), Assert.Single(mine.Permissions), mine.ApiVersion, mine.Sha256.Length));
        PluginDetail tools = capabilities.ListPlugins("tools").Detail!;
        Assert.Equal(("greet", "sdk_only"), (Assert.Single(tools.Provides.Capabilities), Assert.Single(tools.Permissions)));
        Assert.Equal(ErrorCode.NotFound, Assert.Throws<CapabilityException>(() => capabilities.ListPlugins("mime")).Code);
    }

    [Fact]
    public void ValidatePlugin_SoundScriptNotLoadedYet_TellsWhatItWouldProvideAndLoadsNothing()
    {
        using PluginSet plugins = _folder.Load();
        Script("later", Greeter("greet"));

        PluginValidated validated = Of(plugins).ValidatePlugin("later");

        Assert.True(validated.Ok);
        Assert.Equal("capability greet", Assert.Single(validated.WouldProvide));
        Assert.Null(plugins.Catalog.Find("later"));
    }

    [Fact]
    public void ValidatePlugin_FaultyScripts_SortsTheFaults()
    {
        Script("syntax", "[Strategy(\"s\")]\npublic sealed class S : Strategy { public override void OnBar(StrategyContext context) { nonsense } }");
        Script("impure", "[Strategy(\"i\")]\npublic sealed class I : Strategy { public override void OnBar(StrategyContext context) => System.IO.File.Delete(\"x\"); }");
        Script("empty", "public sealed class Nothing;");
        Script("twice", Greeter("greet"));
        Script("first", Greeter("greet"));
        using PluginSet plugins = _folder.Load();
        PluginCapabilities capabilities = Of(plugins);

        PluginValidated syntax = capabilities.ValidatePlugin("syntax");
        Assert.Equal((false, 2), (syntax.Ok, syntax.CompileErrors[0].Line));
        Assert.StartsWith("CS", syntax.CompileErrors[0].Message, StringComparison.Ordinal);
        PluginValidated impure = capabilities.ValidatePlugin("impure");
        Assert.Contains("OT0010", Assert.Single(impure.ForbiddenApis), StringComparison.Ordinal);
        Assert.Empty(impure.CompileErrors);
        Assert.Contains("OT0021", Assert.Single(capabilities.ValidatePlugin("empty").ContractFaults), StringComparison.Ordinal);
        Assert.Equal("capability 'greet' is already offered by another plugin; rename one.", Assert.Single(capabilities.ValidatePlugin("twice").ContractFaults));
        Assert.Equal(ErrorCode.NotFound, Assert.Throws<CapabilityException>(() => capabilities.ValidatePlugin("none")).Code);
    }

    [Fact]
    public void ReloadPlugin_NewVersion_TellsBothAndTheToolsThatDiffer()
    {
        Script("tools", Greeter("greet") + Greeter("part", "Parting"));
        using PluginSet plugins = _folder.Load();
        string before = plugins.Catalog.Find("tools")!.Version;
        Script("tools", Greeter("greet") + Greeter("leave", "Parting"));

        PluginReloaded reloaded = Of(plugins).ReloadPlugin("tools", "test");

        Assert.Equal((PluginState.Loaded, before, plugins.Catalog.Find("tools")!.Version), (reloaded.State, reloaded.OldVersion, reloaded.NewVersion));
        Assert.NotEqual(reloaded.OldVersion, reloaded.NewVersion);
        Assert.Equal(["leave", "part"], reloaded.ToolsChanged);
    }

    [Fact]
    public void ReloadPlugin_PinnedFilesChanged_IsAnIntegrityFault()
    {
        Script("tools", Greeter("greet"));
        using PluginSet first = _folder.Load();
        string pin = first.Catalog.Find("tools")!.Sha256;
        using PluginSet plugins = _folder.Load(new Dictionary<string, string> { ["tools"] = pin });
        PluginCapabilities capabilities = Of(plugins, $"[plugins.pins]\ntools = \"{pin}\"\n");
        Script("tools", Greeter("greet") + "\n");

        Assert.Equal(ErrorCode.IntegrityFailed, Assert.Throws<CapabilityException>(() => capabilities.ReloadPlugin("tools", "test")).Code);
        Assert.Equal(PluginState.Loaded, plugins.Catalog.Find("tools")!.State);
    }

    [Fact]
    public void SetPluginEnabled_OffAndOn_LastsOverAStart()
    {
        Script("tools", Greeter("greet"));
        using (PluginSet plugins = _folder.LoadSwitched())
        {
            PluginSwitched off = Of(plugins).SetPluginEnabled("tools", false, "test");
            Assert.Equal((PluginState.SwitchedOff, "greet"), (off.State, Assert.Single(off.ToolsChanged)));
        }

        using (PluginSet plugins = _folder.LoadSwitched())
        {
            Assert.Equal((PluginState.SwitchedOff, 0), (plugins.Catalog.Find("tools")!.State, plugins.Catalog.Find("tools")!.Offers.Capabilities.Count));
            PluginSwitched on = Of(plugins).SetPluginEnabled("tools", true, "test");
            Assert.Equal((PluginState.Loaded, "greet"), (on.State, Assert.Single(on.ToolsChanged)));
        }

        using PluginSet third = _folder.LoadSwitched();
        Assert.Equal(PluginState.Loaded, third.Catalog.Find("tools")!.State);
    }

    [Fact]
    public void SetPluginEnabled_RequiredOrUnknown_IsRefused()
    {
        Script("tools", Greeter("greet"));
        using PluginSet plugins = _folder.LoadSwitched();
        PluginCapabilities capabilities = Of(plugins, "[plugins]\nrequired = [\"tools\"]\n");

        Assert.Equal(ErrorCode.NotPermitted, Assert.Throws<CapabilityException>(() => capabilities.SetPluginEnabled("tools", false, "test")).Code);
        Assert.Equal(ErrorCode.NotFound, Assert.Throws<CapabilityException>(() => capabilities.SetPluginEnabled("none", true, "test")).Code);
        Assert.Equal(PluginState.Loaded, plugins.Catalog.Find("tools")!.State);
    }

    private static string Greeter(string name, string type = "Greeter") => $$"""
        public sealed record {{type}}Said : CapabilityResult;
        public sealed class {{type}}
        {
            [Capability("{{name}}", "test", Effect.Read, "GET /test/{{name}}")]
            public {{type}}Said Say(string name) => new {{type}}Said { Summary = name };
        }

        """;

    private PluginCapabilities Of(PluginSet plugins, string configuration = "")
    {
        HostConfiguration loaded = _config.Load(ConfigFolder.Mandatory + configuration);
        return new PluginCapabilities(plugins, loaded, TimeProvider.System);
    }

    private void Script(string name, string source) => File.WriteAllText(Path.Combine(_folder.Strategies, name + ".csx"), source);
}
