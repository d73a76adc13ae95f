using System.Text.Json;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>The host itself over REST: health, configuration, plugins.</summary>
public class SystemTests(RestHost host) : IClassFixture<RestHost>
{
    [Fact]
    public async Task Health_RunningHost_IsWellAndTellsItsModeAndSwitches()
    {
        (int status, JsonElement health) = await host.GetAsync("/health");

        Assert.Equal((200, "ok", "data-only", 0), (status, Text(health, "status"), Text(health, "mode"), health.GetProperty("killLevel").GetInt32()));
        Assert.Equal("""{"dataOnly":true,"enableLiveTools":false,"enableLiveOrder":false,"requireAuth":false}""", health.GetProperty("flags").GetRawText());
        Assert.Equal(
            ["journal", "checkpoints", "disk", "prices", "strategies", "plugins"],
            health.GetProperty("components").EnumerateArray().Select(c => Text(c, "name")));
        Assert.InRange(health.GetProperty("uptimeS").GetInt64(), 0, 3600);
    }

    [Fact]
    public async Task McpHealth_RunningHost_TellsWhereClientsComeAndWhatTheListCosts()
    {
        JsonElement health = (await host.GetAsync("/mcp-health")).Answer;

        Assert.Equal(("ok", "data-only"), (Text(health, "status"), Text(health, "mode")));
        Assert.Equal(
            [("http", "/mcp", 0), ("sse", "/sse", 0)],
            health.GetProperty("transports").EnumerateArray().Select(t => (Text(t, "kind"), new Uri(Text(t, "url")).AbsolutePath, t.GetProperty("clients").GetInt32())));
        Assert.InRange(health.GetProperty("toolCount").GetInt32(), 30, 200);
        Assert.InRange(health.GetProperty("toolListTokens").GetInt32(), 1000, 15_000);
    }

    [Fact]
    public async Task ListPlugins_ShippedOnes_AreThereWithWhatTheyProvide()
    {
        JsonElement plugins = (await host.GetAsync("/plugins?kind=assembly")).Answer;
        JsonElement classic = (await host.GetAsync("/plugins?pluginId=OpenTrading.Strategies.Classic")).Answer;
        (int status, JsonElement unknown) = await host.GetAsync("/plugins?pluginId=OpenTrading.Strategies.Clasic");

        Assert.Contains("OpenTrading.MarketData", plugins.GetProperty("plugins").EnumerateArray().Select(p => Text(p, "pluginId")));
        Assert.All(plugins.GetProperty("plugins").EnumerateArray(), p => Assert.Equal(("assembly", "loaded"), (Text(p, "kind"), Text(p, "state"))));
        Assert.Contains("sma-cross", classic.GetProperty("detail").GetProperty("provides").GetProperty("strategies").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal((404, "NOT_FOUND", "Did you mean OpenTrading.Strategies.Classic?"), (status, RestHost.Code(unknown), Text(unknown.GetProperty("error"), "remedy")));
    }

    [Fact]
    public async Task ValidatePlugin_ScriptThatDoesNotCompile_IsAJobThatNamesThePlace()
    {
        string script = Path.Combine(host.Workspace.Home, "strategies", "broken.csx");
        await File.WriteAllTextAsync(script, "[Strategy(\"broken\")]\npublic sealed class Broken : Strategy { public override void OnBar(StrategyContext context) { nonsense } }");

        JsonElement job = (await host.PostAsync("/plugins/validate", """{"pluginId":"broken"}""")).Answer;
        File.Delete(script);

        JsonElement result = job.GetProperty("result");
        Assert.False(result.GetProperty("ok").GetBoolean());
        Assert.Equal(2, result.GetProperty("compileErrors")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Config_Operator_ReadsAndWritesItForTheNextStart()
    {
        Assert.Equal(403, (await host.GetAsync("/config", host.Token)).Status);
        JsonElement session = (await host.PostAsync("/operator/session/start", $$"""{"operator":"operator","passphrase":"{{RestHost.Passphrase}}"}""")).Answer;
        string id = Text(session, "sessionId");

        JsonElement run = (await host.GetAsync("/config?section=run.speed", id)).Answer;
        (int status, JsonElement changed) = await host.PostAsync("/config", """{"key":"run.speed","value":"30","why":"calmer"}""", id);
        (int refused, JsonElement risk) = await host.PostAsync("/config", """{"key":"risk.spread_max.bps","value":"30","why":"wider"}""", id);

        JsonElement speed = run.GetProperty("items")[0];
        Assert.Equal(("run.speed", "60", "60", "file", false), (Text(speed, "key"), Text(speed, "value"), Text(speed, "default"), Text(speed, "origin"), speed.GetProperty("secret").GetBoolean()));
        Assert.Equal((200, "60", "30", true), (status, Text(changed, "old"), Text(changed, "new"), changed.GetProperty("restartRequired").GetBoolean()));
        Assert.Equal((403, "NOT_PERMITTED"), (refused, RestHost.Code(risk)));
        Assert.Contains("speed = 30.0", await File.ReadAllTextAsync(Path.Combine(host.Workspace.Folder, "config", "opentrading.toml")), StringComparison.Ordinal);
        JsonElement checkedOne = (await host.Workspace.RunAsync("config", "check", "--json")).Json.GetProperty("settings").EnumerateArray().Single(s => Text(s, "key") == "run.speed");
        Assert.Equal("30", Text(checkedOne, "value"));
        Assert.Equal(200, (await host.PostAsync("/operator/session/end", "", id)).Status);
    }

    [Fact]
    public async Task SetPluginEnabled_Operator_TakesItsStrategyOutAndBack()
    {
        JsonElement session = (await host.PostAsync("/operator/session/start", $$"""{"operator":"operator","passphrase":"{{RestHost.Passphrase}}"}""")).Answer;
        string id = Text(session, "sessionId");

        JsonElement off = (await host.PostAsync("/plugins/donchian-breakout/enabled", """{"enabled":false,"why":"test"}""", id)).Answer;
        JsonElement on = (await host.PostAsync("/plugins/donchian-breakout/enabled", """{"enabled":true,"why":"test"}""", id)).Answer;

        Assert.Equal(("switched_off", "loaded"), (Text(off, "state"), Text(on, "state")));
        Assert.Equal(404, (await host.PostAsync("/plugins/none/reload", """{"why":"test"}""", id)).Status);
        Assert.Equal(200, (await host.PostAsync("/operator/session/end", "", id)).Status);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
