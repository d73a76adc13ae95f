using System.Text.Json;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Plugins;

namespace OpenTrading.Integration.Tests;

/// <summary>Strategies are edited, replaced, broken and hung while the host runs.</summary>
public sealed class HotReloadTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Run_ScriptEdited_NewVersionTradesAndPositionsStay()
    {
        WriteScript("flip", Emits("Buy(\"up\""));
        using RunningHost host = Start("flip");
        await host.LineWithAsync("fill      buy");

        WriteScript("flip", Emits("Sell(\"down\""));

        await host.LineWithAsync("plugin    flip");
        await host.LineWithAsync(": down");
        await StopAsync(host);
        Outcome audit = await _workspace.RunAsync("audit", "verify");
        Assert.Equal(0, audit.ExitCode);
        Assert.Contains("strategy.replaced", File.ReadAllText(_workspace.InHome("audit", "audit.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ScriptSavedWithAnError_OldVersionTradesOn()
    {
        WriteScript("flip", Emits("Buy(\"up\""));
        using RunningHost host = Start("flip");
        await host.LineWithAsync(": up");

        WriteScript("flip", Emits("Bye(\"up\""));

        string line = await host.LineWithAsync("plugin    flip");
        Assert.Contains("scripts/flip.csx(4,68): error CS1061: ", line, StringComparison.Ordinal);
        await host.LineWithAsync(": up");
        Assert.Contains("the new version is refused", (await State("flip")).GetProperty("why").GetString(), StringComparison.Ordinal);
        Outcome reload = await _workspace.RunAsync("plugins", "reload", "flip", "--config", "config/test.toml");
        Assert.Equal(2, reload.ExitCode);
        Assert.Contains("flip: the new version is refused", reload.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _workspace.RunAsync("plugins", "reload", "flop", "--config", "config/test.toml")).ExitCode);
        Assert.Equal(0, (await _workspace.RunAsync("plugins", "reload", "rsi-reversal", "--config", "config/test.toml")).ExitCode);
        await StopAsync(host);
    }

    [Fact]
    public async Task Run_ScriptLoopsForever_IsDisabledAloneAndASavedCureWorks()
    {
        WriteScript("steady", Emits("Buy(\"steady\""));
        WriteScript("flip", "public override void OnBar(StrategyContext context) { if (context.BarsSeen > 300) { while (true) { } } }");
        using RunningHost host = Start("steady", "flip");

        await host.LineWithAsync("flip is disabled: OnBar did not return within 5 s and was stopped");
        await host.LineWithAsync("signal    buy");
        Assert.Equal("disabled", (await State("flip")).GetProperty("state").GetString());

        WriteScript("flip", Emits("Sell(\"cured\""));
        await host.LineWithAsync("plugin    flip");
        await host.LineWithAsync("no trade");
        Assert.Equal("loaded", (await State("flip")).GetProperty("state").GetString());
        await StopAsync(host);
    }

    [Fact]
    public async Task Run_PluginNeverReturns_IsLeftBehindAndAsksForARestart()
    {
        WriteScript("steady", Emits("Buy(\"steady\""));
        PluginCompiler.Drop(_workspace.InHome("strategies"), "Hanging", """
            [Strategy("hanging")]
            public sealed class Hanging : Strategy
            {
                public override void OnBar(StrategyContext context) { while (context.BarsSeen > 300) { } }
            }
            """);
        using RunningHost host = Start("steady", "hanging");

        await host.LineWithAsync("hanging is disabled: OnBar did not return within 5 s");
        await host.LineWithAsync("signal    buy");
        JsonElement state = await State("Hanging");
        Assert.Equal("restart needed", state.GetProperty("state").GetString());
        Assert.StartsWith("strategy hanging: OnBar did not return within 5 s", state.GetProperty("why").GetString(), StringComparison.Ordinal);
        await StopAsync(host);
    }

    [Fact]
    public async Task Run_PluginDeletedWhileRunning_LeavesTheRestRunning()
    {
        WriteScript("steady", Emits("Buy(\"steady\""));
        WriteScript("flip", Emits("Buy(\"up\""));
        using RunningHost host = Start("steady", "flip");
        await host.LineWithAsync("signal    buy");

        File.Delete(_workspace.InHome("strategies", "scripts", "flip.csx"));

        await host.LineWithAsync("plugin    flip is unloaded");
        await host.LineWithAsync("signal    buy");
        await StopAsync(host);
    }

    [Fact]
    public async Task Run_ScriptComesBackBroken_TheNextSaveIsTaken()
    {
        WriteScript("steady", Emits("Buy(\"steady\""));
        WriteScript("flip", Emits("Buy(\"up\""));
        using RunningHost host = Start("steady", "flip");
        await host.LineWithAsync("signal    buy");
        File.Delete(_workspace.InHome("strategies", "scripts", "flip.csx"));
        await host.LineWithAsync("plugin    flip is unloaded");

        WriteScript("flip", "public override void OnBar(StrategyContext context) => throw new InvalidOperationException(\"no luck\");");
        await host.LineWithAsync("plugin    flip: strategy flip: OnBar threw InvalidOperationException: no luck");
        Assert.Equal("disabled", (await State("flip")).GetProperty("state").GetString());

        WriteScript("flip", Emits("Sell(\"cured\""));
        await host.LineWithAsync("is in use");
        await host.LineWithAsync("no trade");
        Assert.Equal("loaded", (await State("flip")).GetProperty("state").GetString());
        await StopAsync(host);
    }

    [Fact]
    public async Task Run_CapabilityThrows_IsDisabledAloneAndTheJournalSaysWhy()
    {
        WriteScript("steady", Emits("Buy(\"steady\""));
        _workspace.Write("home/strategies/scripts/bad.csx", """
            public sealed record Answer : CapabilityResult;
            public sealed class Bad
            {
                [Capability("bad_idea", "test", Effect.Read, "GET /test/bad")]
                public Answer Ask() => throw new InvalidOperationException("no luck");
            }
            """);
        using RunningHost host = Start("steady");
        await host.LineWithAsync("REST at");

        Outcome refused = await _workspace.RunAsync("call", "bad_idea", "--config", "config/test.toml");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Plugin bad failed in bad_idea", refused.Error, StringComparison.Ordinal);
        await host.LineWithAsync("plugin    bad: capability bad_idea failed: it threw InvalidOperationException: no luck");
        Assert.Equal("disabled", (await State("bad")).GetProperty("state").GetString());
        await host.LineWithAsync("signal    buy");
        await StopAsync(host);
        Assert.Contains("capability bad_idea failed: it threw InvalidOperationException: no luck", File.ReadAllText(_workspace.InHome("audit", "audit.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_StrategyNeverReturns_EndsWithOneLine()
    {
        _workspace.Write("bars.csv", BarFile.Waves(400));
        (await _workspace.ImportAsync("bars.csv")).RequireSuccess();
        WriteScript("flip", "public override void OnBar(StrategyContext context) { while (context.BarsSeen > 50) { } }");

        Outcome refused = await _workspace.RunAsync("replay", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "flip");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("flip", Assert.Single(refused.Complaints), StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_workspace.InHome("reports")));
    }

    private static string Emits(string call) =>
        $"public override void OnBar(StrategyContext context) => context.{call}, 0.9, Level.Points(300), Level.Points(500));";

    private void WriteScript(string id, string member) => _workspace.Write($"home/strategies/scripts/{id}.csx", $$"""
        [Strategy("{{id}}")]
        public sealed class Script : Strategy
        {
            {{member}}
        }
        """);

    private RunningHost Start(params string[] strategies)
    {
        string ids = string.Join(", ", strategies.Select(id => $"\"{id}\""));
        _workspace.Write("config/test.toml", $"extends = \"opentrading.toml\"\n[run]\nspeed = 300\nvoting = \"weighted\"\nstrategies = [{ids}]\n[plugins]\nbar_limit_ms = 5000\n");
        return _workspace.Start("--config", "config/test.toml");
    }

    private async Task<JsonElement> State(string plugin)
    {
        Outcome info = await _workspace.RunAsync("plugins", "info", plugin, "--json", "--config", "config/test.toml");
        info.RequireSuccess();
        return JsonDocument.Parse(info.Output).RootElement;
    }

    private async Task StopAsync(RunningHost host)
    {
        (await _workspace.RunAsync("stop")).RequireSuccess();
        Assert.Equal(0, (await host.EndAsync()).ExitCode);
    }
}
