using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Tests.Configuration;

public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_MandatoryKeysAlone_TakesEveryOtherDefault()
    {
        HostConfiguration configuration = _folder.Load(ConfigFolder.Mandatory);

        Assert.Equal(("127.0.0.1:8010", "default"), configuration.Effective("server.rest_listen"));
        Assert.Equal(10_000m, configuration.Accounts.Cash);
        Assert.Equal(TradingState.ReduceOnly, configuration.Risk.InitialState);
        Assert.Equal("EURUSD", Assert.Single(configuration.Instruments).Key);
    }

    [Fact]
    public void Load_MarketNames_TakesAliasesAndTheOrderOfSources()
    {
        HostConfiguration configuration = _folder.Load(ConfigFolder.Mandatory + """
            [market]
            source_order = ["file", "mt5"]
            [market.aliases]
            FIBER = "EURUSD"
            """);

        Assert.Equal(["file", "mt5"], configuration.Naming.SourceOrder);
        Assert.Equal("EURUSD", configuration.Naming.Aliases["fiber"]);
    }

    [Fact]
    public void Load_UnknownKey_SaysWhereAndWhatWasMeant()
    {
        string[] faults = _folder.Faults(ConfigFolder.Mandatory + """
            [server]
            rest_listen = "127.0.0.1:8010"
            [mcp]
            listen = "127.0.0.1:8020"
            [kill]
            on_loss = 2
            [approval]
            ttl_s = 120
            [risk]
            max_dayly_loss = 0.05
            """);

        Assert.Equal(["test.toml:14:1: [risk] max_dayly_loss is unknown; did you mean max_daily_loss?"], faults);
    }

    [Theory]
    [InlineData("[risk.spread_max]\nbpss = 3", "test.toml:6:1: [risk.spread_max] bpss is unknown; did you mean bps?")]
    [InlineData("[sever]\nrest_listen = \"x\"", "test.toml:6:1: [sever] rest_listen is unknown; did you mean server.rest_listen?")]
    [InlineData("[weather]\nrain = true", "test.toml:6:1: [weather] rain is unknown; see docs/configuration.md for the keys")]
    public void Load_UnknownKeyElsewhere_SuggestsWithinItsSectionFirst(string text, string expected) =>
        Assert.Equal([expected], _folder.Faults(ConfigFolder.Mandatory + text));

    [Theory]
    [InlineData("[accounts]\ncash = 0", "test.toml:6:8: accounts.cash is 0; it must be 1 to 1000000000000")]
    [InlineData("[kill]\non_loss = 0", "test.toml:6:11: kill.on_loss is 0; it must be 1 to 3")]
    [InlineData("[kill]\non_loss = 1.5", "test.toml:6:11: kill.on_loss is 1.5; it must be a whole number, 1 to 3")]
    [InlineData("[mcp]\nembedded = 1", "test.toml:6:12: mcp.embedded is an integer; write true or false")]
    [InlineData("[mcp]\ntransports = \"http\"", "test.toml:6:14: mcp.transports is a string; write a list of texts")]
    [InlineData("[accounts]\nmode = \"heging\"", "test.toml:6:8: accounts.mode is 'heging'; did you mean hedging? write one of netting, hedging")]
    [InlineData("[market.aliases]\nGOLD = \"XAUUSD\"", "test.toml:6:8: GOLD means 'XAUUSD', which is no instrument; write such as GOLD = \"XAUUSD\"")]
    [InlineData("[run]\nvoting = \"dice\"", "test.toml: run.voting is 'dice'; write one of weighted, majority, unanimous")]
    public void Load_WrongValue_SaysWhereAndWhatToWrite(string text, string expected) =>
        Assert.Equal([expected], _folder.Faults(ConfigFolder.Mandatory + text));

    [Fact]
    public void Load_SeveralFaults_ReportsAllTogether()
    {
        string[] faults = _folder.Faults("""
            [risk.env_lock]
            env = "paper"
            [risk.spread_max]
            bps = 99
            [kill]
            on_los = 2
            [run]
            size = "much"
            """, ("OPENTRADING__MCP__EMBEDDED", "perhaps"));

        Assert.Equal(5, faults.Length);
        Assert.Contains("test.toml: risk.account_allowlist.logins is missing; write a list of texts", faults);
        Assert.Contains("test.toml:4:7: risk.spread_max.bps is 99; it must be 0.1 to 50", faults);
        Assert.Contains("test.toml:6:1: [kill] on_los is unknown; did you mean on_loss?", faults);
        Assert.Contains("OPENTRADING__MCP__EMBEDDED: mcp.embedded is 'perhaps'; write true or false", faults);
        Assert.Contains(faults, f => f.StartsWith("test.toml: run.size: size 'much'", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_BrokenToml_SaysWhere() =>
        Assert.StartsWith("test.toml:2:", Assert.Single(_folder.Faults("[risk]\nx = = 1")), StringComparison.Ordinal);

    [Fact]
    public void Load_MissingFile_SaysSo()
    {
        ConfigurationException refused = Assert.Throws<ConfigurationException>(
            () => ConfigurationLoader.Load(_folder["absent.toml"], new Dictionary<string, string>()));

        Assert.Contains("absent.toml: no such file", refused.Message, StringComparison.Ordinal);
        Assert.Equal(78, ConfigurationException.ExitCode);
    }

    [Fact]
    public void Load_EnvironmentVariable_WinsOverSeedAndFile()
    {
        HostConfiguration configuration = _folder.Load(
            ConfigFolder.Mandatory + "[mcp]\ndata_only = true", ("OPENTRADING__MCP__DATA_ONLY", "false"), ("MCP_DATA_ONLY_MODE", "true"));

        Assert.False(configuration.Mcp.DataOnly);
        Assert.Equal(("false", "OPENTRADING__MCP__DATA_ONLY"), configuration.Effective("mcp.data_only"));
    }

    [Fact]
    public void Load_SeedVariable_WinsOverTheFile()
    {
        HostConfiguration configuration = _folder.Load(ConfigFolder.Mandatory + "[mcp]\ndata_only = true", ("MCP_DATA_ONLY_MODE", "false"));

        Assert.Equal(("false", "MCP_DATA_ONLY_MODE (means mcp.data_only)"), configuration.Effective("mcp.data_only"));
    }

    [Theory]
    [InlineData("TRADING_AGENT_DISABLE_EMBEDDED_MCP", "true", "mcp.embedded", "false")]
    [InlineData("TRADING_AGENT_BASE_URL", "http://host", "mcp.backend_url", "http://host")]
    [InlineData("MCP_TRANSPORT", "sse", "mcp.transports", "[sse]")]
    [InlineData("MCP_ENABLE_LIVE_TOOLS", "1", "mcp.enable_live_tools", "true")]
    [InlineData("REQUIRE_AUTH", "true", "security.require_auth", "true")]
    [InlineData("MT5_ENABLED", "false", "metatrader.enabled", "false")]
    [InlineData("KILL_SWITCH_ACTIVE", "true", "kill.initial_level", "1")]
    [InlineData("KILL_SWITCH_ACTIVE", "False", "kill.initial_level", "0")]
    [InlineData("KILL_SWITCH_ACTIVE", "2", "kill.initial_level", "2")]
    public void Load_SeedVariable_MeansItsKey(string variable, string text, string key, string expected) =>
        Assert.Equal((expected, $"{variable} (means {key})"), _folder.Load(ConfigFolder.Mandatory, (variable, text)).Effective(key));

    [Fact]
    public void Load_VariableThatNamesNothing_IsRefused() => Assert.Equal(
        ["OPENTRADING__KILL__ON_LOS: names no setting; did you mean OPENTRADING__KILL__ON_LOSS?"],
        _folder.Faults(ConfigFolder.Mandatory, ("OPENTRADING__KILL__ON_LOS", "3"), ("OPENTRADING_HOME", "/data"), ("PATH", "/bin")));

    [Fact]
    public void Load_VariableInOtherLetters_IsRefusedRatherThanIgnored() => Assert.Equal(
        ["opentrading__kill__on_loss: names no setting; did you mean OPENTRADING__KILL__ON_LOSS?"],
        _folder.Faults(ConfigFolder.Mandatory, ("opentrading__kill__on_loss", "3")));

    [Fact]
    public void Load_Extends_TakesTheOtherFileAndReplacesItsValues()
    {
        _folder.Write("base.toml", ConfigFolder.Mandatory + "[kill]\non_loss = 1\nheartbeat_s = 30");

        HostConfiguration configuration = _folder.Load("extends = \"base.toml\"\n[kill]\non_loss = 3");

        Assert.Equal((3, 30), (configuration.Kill.OnLoss, configuration.Kill.HeartbeatSeconds));
        Assert.EndsWith("base.toml:7", configuration.Effective("kill.heartbeat_s").Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FaultInTheExtendedFile_NamesThatFile()
    {
        _folder.Write("base.toml", ConfigFolder.Mandatory + "[kill]\non_loss = 9");

        Assert.Equal(["base.toml:6:11: kill.on_loss is 9; it must be 1 to 3"], _folder.Faults("extends = \"base.toml\""));
    }

    [Fact]
    public void Load_ExtendsInACircle_IsRefused()
    {
        _folder.Write("base.toml", "extends = \"test.toml\"");

        Assert.Contains("circle", Assert.Single(_folder.Faults("extends = \"base.toml\"")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extends = \"absent.toml\"", "test.toml:1:1: absent.toml: no such file")]
    [InlineData("extends = 1", "test.toml:1:1: test.toml: extends must be the name of a file beside this one")]
    public void Load_ExtendsOfNothing_SaysWhere(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(_folder.Faults(text)), StringComparison.Ordinal);
}
