using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>A bad configuration refuses to start, with every fault it has.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private const int Refused = 78;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task ConfigCheck_ShippedFile_ListsEverySettingWithItsOrigin()
    {
        JsonElement check = (await _workspace.RunAsync("config", "check", "--json")).Json;

        JsonElement speed = Setting(check, "run.speed");
        Assert.Equal("60", speed.GetProperty("value").GetString());
        Assert.StartsWith("config/opentrading.toml:11", speed.GetProperty("origin").GetString(), StringComparison.Ordinal);
        Assert.Contains("is sound", (await _workspace.RunAsync("config", "check")).RequireSuccess().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfigCheck_VariableOverAKeyOfTheFile_TakesTheVariable()
    {
        _workspace.Variables["OPENTRADING__RUN__SPEED"] = "5";

        JsonElement speed = Setting((await _workspace.RunAsync("config", "check", "--json")).Json, "run.speed");

        Assert.Equal("5", speed.GetProperty("value").GetString());
        Assert.Equal("OPENTRADING__RUN__SPEED", speed.GetProperty("origin").GetString());
    }

    [Theory]
    [InlineData("OPENTRADING__RUN__SPEED", "fast", "OPENTRADING__RUN__SPEED: run.speed is 'fast'; write 0.01 to 1000000")]
    [InlineData("OPENTRADING__RUN__SPEEED", "5", "OPENTRADING__RUN__SPEEED: names no setting; did you mean OPENTRADING__RUN__SPEED?")]
    [InlineData("OPENTRADING__", "5", "OPENTRADING__: names no setting")]
    public async Task Command_WrongVariable_IsRefusedByItsName(string variable, string value, string what)
    {
        _workspace.Variables[variable] = value;

        Outcome refused = await _workspace.RunAsync("run");

        Assert.Equal(Refused, refused.ExitCode);
        Assert.Contains(what, refused.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("config check")]
    public async Task Command_ThreeFaults_NamesAllThree(string command)
    {
        _workspace.Write("config/bad.toml", "extends = \"opentrading.toml\"\n[run]\nspeeed = 5\nwarmup_bars = -1\n[risk]\nmax_dayly_loss = 0.05\n");

        Outcome refused = await _workspace.RunAsync([.. command.Split(' '), "--config", "config/bad.toml"]);

        Assert.Equal(Refused, refused.ExitCode);
        Assert.Equal("", refused.Output);
        Assert.Equal(3, refused.Complaints.Count);
        Assert.Contains(refused.Complaints, line => line.StartsWith("config/bad.toml:3:1: [run] speeed is unknown; did you mean speed?", StringComparison.Ordinal));
        Assert.Contains(refused.Complaints, line => line.StartsWith("config/bad.toml:4:15: run.warmup_bars is -1; it must be 0 to 100000", StringComparison.Ordinal));
        Assert.Contains(refused.Complaints, line => line.StartsWith("config/bad.toml:6:1: [risk] max_dayly_loss is unknown; did you mean max_daily_loss?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Command_MissingFile_IsRefused()
    {
        Outcome refused = await _workspace.RunAsync("run", "--config", "config/nothere.toml");

        Assert.Equal(Refused, refused.ExitCode);
        Assert.Contains("config/nothere.toml: no such file; name an existing one with --config", refused.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MadeUpPricesBesideRealMoney_IsRefused()
    {
        _workspace.Variables["OPENTRADING__RISK__ENV_LOCK__ENV"] = "live";
        _workspace.Variables["OPENTRADING__RISK__TOTAL_DD_STATIC__INITIAL"] = "10000";

        Outcome refused = await _workspace.RunAsync("run", "--config", "config/opentrading.toml");

        Assert.Equal(6, refused.ExitCode);
        Assert.Contains("risk.env_lock.env is not paper", refused.Complaint, StringComparison.Ordinal);
    }

    private static JsonElement Setting(JsonElement check, string key) =>
        check.GetProperty("settings").EnumerateArray().Single(s => s.GetProperty("key").GetString() == key);
}
