using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Changes;
using OpenTrading.Host.Tests.Security;
using OpenTrading.Host.Tests.Support;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Configuration.Changes;

public sealed class ConfigCapabilitiesTests : IDisposable
{
    private readonly ConfigFolder _folder = new();
    private readonly MemoryJournal _journal = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GetConfig_Section_ShowsValueDefaultAndOrigin()
    {
        ConfigCapabilities capabilities = Of("[run]\nspeed = 5\n", ("OPENTRADING__RUN__SEED", "7"));

        ConfigListing run = capabilities.GetConfig("run");

        Assert.Equal(new ConfigRow("run.speed", "5", "60", ConfigOrigin.File, $"{_folder["test.toml"]}:6", false), Row("run.speed"));
        Assert.Equal(new ConfigRow("run.seed", "7", "1", ConfigOrigin.Env, "OPENTRADING__RUN__SEED", false), Row("run.seed"));
        Assert.Equal(new ConfigRow("run.voting", "weighted", "weighted", ConfigOrigin.Default, null, false), Row("run.voting"));
        Assert.All(run.Items, i => Assert.StartsWith("run.", i.Key, StringComparison.Ordinal));
        Assert.Equal("paper", Assert.Single(capabilities.GetConfig("risk.env_lock.env").Items).Value);

        ConfigRow Row(string key) => run.Items.Single(i => i.Key == key);
    }

    [Fact]
    public void GetConfig_UnknownSection_NamesTheNearest()
    {
        CapabilityException refused = Assert.Throws<CapabilityException>(() => Of("").GetConfig("rnu"));

        Assert.Equal((ErrorCode.NotFound, "Did you mean run?"), (refused.Code, refused.Remedy));
    }

    [Fact]
    public void SetConfig_Value_IsInTheFileForTheNextStartAndInTheJournalBefore()
    {
        ConfigCapabilities capabilities = Of("[run]\nspeed = 5 # slow\n");

        ConfigChanged changed = capabilities.SetConfig(Call.By("operator:o"), "run.speed", "120", "busy day");

        Assert.Equal(("run.speed", "5", "120", true), (changed.Key, changed.Old, changed.New, changed.RestartRequired));
        Assert.Equal(120, ConfigurationLoader.Load(_folder["test.toml"]).Run.Speed);
        Assert.Contains("speed = 120.0 # slow", File.ReadAllText(_folder["test.toml"]), StringComparison.Ordinal);
        Assert.Equal(("operator:o", "config.changed", """{"key":"run.speed","new":"120","old":"5","why":"busy day"}"""), Assert.Single(_journal.Records));
    }

    [Fact]
    public void SetConfig_ListOptionalAndEnum_AreWrittenInTheirForms()
    {
        ConfigCapabilities capabilities = Of("");

        capabilities.SetConfig(Call.By("operator:o"), "run.strategies", "a, b", "x");
        capabilities.SetConfig(Call.By("operator:o"), "run.timeframe", "h1", "x");
        capabilities.SetConfig(Call.By("operator:o"), "mcp.data_only", "0", "x");

        HostConfiguration next = ConfigurationLoader.Load(_folder["test.toml"]);
        Assert.Equal(["a", "b"], next.Run.Strategies);
        Assert.Equal((Sdk.Market.Timeframe.H1, false), (next.Run.Timeframe, next.Mcp.DataOnly));
    }

    [Theory]
    [InlineData("risk.daily_loss_max.frac", "0.05", ErrorCode.NotPermitted)]
    [InlineData("security.require_auth", "false", ErrorCode.NotPermitted)]
    [InlineData("kill.on_loss", "1", ErrorCode.NotPermitted)]
    [InlineData("run.sped", "5", ErrorCode.NotFound)]
    [InlineData("run", "5", ErrorCode.NotFound)]
    [InlineData("run.speed", "fast", ErrorCode.ValidationError)]
    [InlineData("run.speed", "0", ErrorCode.ValidationError)]
    [InlineData("run.voting", "loud", ErrorCode.ValidationError)]
    public void SetConfig_WhatMayNotBe_ChangesNothing(string key, string value, ErrorCode code)
    {
        ConfigCapabilities capabilities = Of("[run]\nspeed = 5\n");
        string before = File.ReadAllText(_folder["test.toml"]);

        Assert.Equal(code, Assert.Throws<CapabilityException>(() => capabilities.SetConfig(Call.By("operator:o"), key, value, "x")).Code);

        Assert.Equal(before, File.ReadAllText(_folder["test.toml"]));
        Assert.Empty(_journal.Records);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_folder["test.toml"])!, "*.trial"));
    }

    [Fact]
    public void Permissions_BothAreForOperatorsAlone() => Assert.All(
        CapabilityDescriptor.Of(Of(""), CapabilityDescriptor.Host), c => Assert.Equal(Effect.Operate, c.Effect));

    private ConfigCapabilities Of(string text, params (string Name, string Value)[] environment) =>
        new(_folder.Load(ConfigFolder.Mandatory + text, environment), _journal, TimeProvider.System);
}
