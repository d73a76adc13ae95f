using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary><c>opentrading call</c>, at a running host and without one.</summary>
public class CallTests(RestHost host) : IClassFixture<RestHost>
{
    [Fact]
    public async Task Call_RunningHost_GivesTheRecordOfItsRest()
    {
        JsonElement rest = (await host.GetAsync("/market/quote/EURUSD")).Answer;

        JsonElement record = (await host.Workspace.RunAsync("call", "get-quote", "--symbol", "EURUSD", "--json")).Json;

        Assert.Equal(rest.GetProperty("bid").GetDecimal(), record.GetProperty("bid").GetDecimal());
        JsonElement call = (await host.Workspace.RunAsync("audit", "show", "--type", "capability.called", "--limit", "1", "--json")).Json.GetProperty("records")[0];
        Assert.Equal(("client:cli", "cli"), (call.GetProperty("actor").GetString(), call.GetProperty("payload").GetProperty("surface").GetString()));
    }

    [Fact]
    public async Task Call_NoHost_OpensTheHomeForTheOneCall()
    {
        using var idle = new Workspace();
        (await idle.ImportAsync(idle.Write("bars.csv", BarFile.Waves(300)))).RequireSuccess();

        JsonElement record = (await idle.RunAsync("call", "get_market_bars", "--symbol=EURUSD", "--count", "2", "--json")).Json;

        Assert.Equal(2, record.GetProperty("rows").GetArrayLength());
        Assert.Equal(0, (await idle.RunAsync("audit", "verify")).ExitCode);
        Assert.Equal(6, (await idle.RunAsync("call", "create_token", "--name", "x", "--as-operator")).ExitCode);
    }

    [Theory]
    [InlineData(0, "get_quote", "--symbol", "EURUSD")]
    [InlineData(2, "get_quote")]
    [InlineData(2, "get_quote", "--symbl", "EURUSD")]
    [InlineData(2, "get_quote", "EURUSD")]
    [InlineData(2)]
    [InlineData(3, "get_quote", "--symbol", "NOPE")]
    [InlineData(3, "get_quote", "--symbol", "GBPUSD")]
    [InlineData(4, "create_token", "--name", "x")]
    [InlineData(5, "get_qoute", "--symbol", "EURUSD")]
    public async Task Call_Outcome_HasItsExitCode(int exitCode, params string[] arguments)
    {
        Outcome outcome = await host.Workspace.RunAsync(["call", .. arguments]);

        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Equal(exitCode == 0 ? 0 : 1, outcome.Complaints.Count);
    }

    [Fact]
    public async Task Call_ForAPerson_SummaryThenTable()
    {
        Outcome outcome = (await host.Workspace.RunAsync("call", "get_market_bars", "--symbol", "EURUSD", "--count", "1")).RequireSuccess();

        Assert.StartsWith("1 H1 bars of EURUSD from file:EURUSD", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"\ntime +open +high +low +close +tickVolume +spreadPoints\n", outcome.Output);
    }

    [Fact]
    public async Task List_OfARunningHost_IsWhatTheCommandLineMayCall()
    {
        JsonElement list = (await host.Workspace.RunAsync("call", "--list", "--json")).Json;

        string[] names = [.. list.GetProperty("capabilities").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];
        Assert.Contains("get_quote", names);
        Assert.DoesNotContain("create_token", names);
    }

    [Theory]
    [InlineData("opentrading --home home cal", "call")]
    [InlineData("opentrading --home home call search_sy", "search_symbols")]
    [InlineData("opentrading --home home call get_quote --sy", "--symbol")]
    [InlineData("opentrading completion po", "powershell")]
    public async Task Suggest_BegunLine_SaysWhatCouldFollow(string line, string suggestion) =>
        Assert.Equal([suggestion], (await HostProgram.RunAsync(HostProgram.File, host.Workspace.Folder, [$"[suggest:{line.Length}]", line])).RequireSuccess().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("bash", "complete -o default -F _opentrading opentrading")]
    [InlineData("zsh", "compdef _opentrading opentrading")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName opentrading")]
    public async Task Completion_Shell_PrintsItsScript(string shell, string line) =>
        Assert.Contains(line, (await host.Workspace.RunAsync("completion", shell)).RequireSuccess().Output, StringComparison.Ordinal);
}
