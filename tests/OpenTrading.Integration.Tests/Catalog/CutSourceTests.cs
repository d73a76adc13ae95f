using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Integration.Tests.MetaTrader;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>A host all of whose sources are cut: no terminal, no recorded prices, no news, no calendar. What it does not know it does not say.</summary>
public sealed class CutSourceTests
{
    private static readonly string[] Effects = ["read", "compute", "simulate", "propose", "operate"];

    // They end what is to be asked, or have nothing to do with what a host knows.
    private static readonly string[] Apart = ["start_operator_session", "end_operator_session"];

    [Fact]
    public async Task Catalog_NeverAnySource_SaysNoNumberOfAMarket()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync(DemoAccount.Settings);

        List<string> faults = await FaultsAsync(desk);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [EmulatorFact]
    public async Task Catalog_TerminalGone_SaysNoNumberOfItsMarket()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync(DemoAccount.Settings);
        using Emulator terminal = await desk.TerminalAsync(DemoAccount.Options);
        await desk.UntilAsync("live_get_account", null, answer => answer.TryGetProperty("equity", out _));
        await terminal.CommandAsync("quote EURUSD 1.08490 1.08500");
        await desk.UntilAsync("get_quote", new { symbol = "EURUSD" }, answer => answer.TryGetProperty("bid", out _));

        terminal.Kill();
        await desk.UntilAsync("get_quote", new { symbol = "EURUSD" }, answer => TerminalDesk.Code(answer) == "DATA_UNAVAILABLE");
        await desk.UntilAsync("live_get_account", null, answer => TerminalDesk.Code(answer) == "NOT_CONNECTED");

        List<string> faults = await FaultsAsync(desk);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // Calls the whole catalog: who looks before who changes, and the switches last.
    private static async Task<List<string>> FaultsAsync(TerminalDesk desk)
    {
        string session = await desk.LogInAsync();
        JsonElement found = await desk.CallAsync("find_tools");
        List<(string Name, string Effect, string Toolset, JsonElement Example)> catalog = [];
        foreach (string toolset in found.GetProperty("toolsets").EnumerateArray().Select(t => t.GetProperty("name").GetString()!))
        {
            JsonElement tools = await desk.CallAsync("find_tools", new { toolset, limit = 50 }, session);
            foreach (string name in tools.GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("name").GetString()!).Except(Apart))
            {
                JsonElement tool = await desk.CallAsync("describe_tool", new { name }, session);
                catalog.Add((name, tool.GetProperty("effect").GetString()!, toolset, tool.GetProperty("example")));
            }
        }

        Assert.True(catalog.Count >= 140, $"only {catalog.Count} capabilities were found");
        List<string> faults = [];
        foreach ((string name, string effect, string toolset, JsonElement example) in catalog.OrderBy(c => c.Toolset == "risk" && c.Effect is "operate" or "simulate").ThenBy(c => Array.IndexOf(Effects, c.Effect)))
        {
            JsonObject arguments = PlausibleArguments.For(name, example);
            JsonElement answer = await FinishedAsync(desk, await desk.CallAsync(name, arguments, effect == "operate" ? session : null));
            faults.AddRange(SourceRule.Faults(toolset, arguments, answer).Select(fault => $"{name}: {fault}"));
        }

        return faults;
    }

    private static async Task<JsonElement> FinishedAsync(TerminalDesk desk, JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("jobId", out JsonElement id) && answer.TryGetProperty("status", out JsonElement status) && status.GetString() is "queued" or "running"
            ? await desk.RetryAsync("get_job_result", _ => new { jobId = id.GetString() }, result => result.GetProperty("status").GetString() is not ("queued" or "running"))
            : answer;
}
