using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary><c>scripts list|check|new</c>, <c>strategies list|describe</c> and <c>plugins verify</c> as a user types them.</summary>
public sealed class ScriptCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task New_ThenCheckAndReplay_TheStarterWorksAsItIs()
    {
        Outcome created = await _workspace.RunAsync("scripts", "new", "my-idea");
        _workspace.Write("bars.csv", BarFile.Waves(600));
        (await _workspace.ImportAsync("bars.csv")).RequireSuccess();

        created.RequireSuccess();
        Assert.Contains(_workspace.InHome("strategies", "scripts", "my-idea.csx"), created.Output, StringComparison.Ordinal);
        Outcome check = await _workspace.RunAsync("scripts", "check");
        Assert.Equal((0, "1 script, 0 errors"), (check.ExitCode, check.Output.Trim()));
        (await _workspace.RunAsync("replay", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "my-idea")).RequireSuccess();
    }

    [Fact]
    public async Task New_NameTaken_WritesNothing()
    {
        (await _workspace.RunAsync("scripts", "new", "my-idea")).RequireSuccess();
        File.WriteAllText(_workspace.InHome("strategies", "scripts", "my-idea.csx"), "mine");

        Outcome refused = await _workspace.RunAsync("scripts", "new", "my-idea");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("is there already; choose another name, or delete it first.", refused.Complaint, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_workspace.InHome("strategies", "scripts", "my-idea.csx")));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("My Idea")]
    [InlineData("")]
    public async Task New_NoName_IsRefused(string name)
    {
        Outcome refused = await _workspace.RunAsync("scripts", "new", name);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("is no name of a script; write lower-case words joined by hyphens, such as my-idea.", refused.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Errors_EachWithItsPlace()
    {
        string script = _workspace.InHome("strategies", "scripts", "bad.csx");
        _workspace.Write("home/strategies/scripts/bad.csx", "[Strategy(\"bad\")]\npublic sealed class Bad : Strategy\n{\n    public override void OnBar(StrategyContext context) => Nonsense();\n}\n");

        Outcome check = await _workspace.RunAsync("scripts", "check");
        Outcome list = await _workspace.RunAsync("scripts", "list");

        Assert.Equal(2, check.ExitCode);
        Assert.Contains($"{script}(4,60): error CS0103: The name 'Nonsense' does not exist in the current context", check.Output, StringComparison.Ordinal);
        Assert.Contains($"{script}(4,60): error CS0103", list.Output, StringComparison.Ordinal);
        Assert.Equal(0, list.ExitCode);
    }

    [Fact]
    public async Task List_FreshHome_ShippedScriptsNeedNoCompiler()
    {
        Outcome list = await _workspace.RunAsync("scripts", "list", "--json");

        JsonElement[] scripts = [.. JsonDocument.Parse(list.Output).RootElement.GetProperty("scripts").EnumerateArray()];
        Assert.Equal(["donchian-breakout", "london-range", "rsi-reversal"], scripts.Select(s => s.GetProperty("id").GetString()));
        Assert.All(scripts, s => Assert.Equal("loaded", s.GetProperty("state").GetString()));
        Assert.False(Directory.Exists(_workspace.InHome("state", "scripts")), "a shipped script was compiled again");
    }

    [Fact]
    public async Task Describe_Strategy_ShowsParametersWithDefaultsAndRanges()
    {
        Outcome describe = await _workspace.RunAsync("strategies", "describe", "sma-cross", "--json");
        Outcome unknown = await _workspace.RunAsync("strategies", "describe", "sma-crss");

        JsonElement fast = JsonDocument.Parse(describe.Output).RootElement.GetProperty("parameters")[0];
        Assert.Equal(
            ("fast", "integer", "10", 1d, 1000d),
            (fast.GetProperty("name").GetString(), fast.GetProperty("kind").GetString(), fast.GetProperty("default").GetString(), fast.GetProperty("min").GetDouble(), fast.GetProperty("max").GetDouble()));
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("strategy 'sma-crss' is unknown; did you mean sma-cross?", unknown.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_PinnedScriptChanges_IsRefusedAndNothingElse()
    {
        (await _workspace.RunAsync("scripts", "new", "my-idea")).RequireSuccess();
        Outcome verify = await _workspace.RunAsync("plugins", "verify");
        string pin = verify.Output.Split('\n').Single(l => l.StartsWith("\"my-idea\" = ", StringComparison.Ordinal));
        _workspace.Write("config/pinned.toml", $"extends = \"opentrading.toml\"\n[plugins.pins]\n{pin}\n");
        (await _workspace.RunAsync("plugins", "verify", "--config", "config/pinned.toml")).RequireSuccess();

        File.AppendAllText(_workspace.InHome("strategies", "scripts", "my-idea.csx"), "// changed\n");
        Outcome refused = await _workspace.RunAsync("plugins", "verify", "--config", "config/pinned.toml");
        Outcome list = await _workspace.RunAsync("strategies", "list", "--config", "config/pinned.toml");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("restore the pinned files, or pin the new ones under [plugins.pins] after reading them.", refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("my-idea ", list.Output, StringComparison.Ordinal);
        Assert.Contains("sma-cross", list.Output, StringComparison.Ordinal);
    }
}
