using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>Help, documents and surroundings of every command.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Help_ListsEveryCommand()
    {
        Outcome help = (await _workspace.RunAsync("--help")).RequireSuccess();

        Assert.All(["run", "import", "replay", "data", "config", "audit", "stop", "doctor"], command => Assert.Matches($@"\n  {command}\s", help.Output));
        Assert.False(Directory.Exists(_workspace.Home), "asking for help made a home folder");
    }

    [Fact]
    public async Task Json_OfEveryReadingCommand_IsOneDocument()
    {
        (await _workspace.ImportAsync(_workspace.Write("bars.csv", BarFile.Waves(300)))).RequireSuccess();
        (await _workspace.ReplayAsync()).RequireSuccess();

        JsonElement list = (await _workspace.RunAsync("data", "list", "--json")).Json.GetProperty("series")[0];
        Assert.Equal(("EURUSD", "H1", 300), (list.GetProperty("symbol").GetString(), list.GetProperty("timeframe").GetString(), list.GetProperty("rows").GetInt32()));
        JsonElement check = (await _workspace.RunAsync("data", "check", "--json")).Json.GetProperty("series")[0];
        Assert.Equal(JsonValueKind.Null, check.GetProperty("fault").ValueKind);
        Assert.Equal(300, check.GetProperty("quality").GetProperty("rows").GetInt32());
        Assert.Equal("Ok", (await _workspace.RunAsync("--json", "audit", "verify")).Json.GetProperty("verdict").GetString());
        Assert.Equal("replay.recorded", (await _workspace.RunAsync("audit", "show", "--json")).Json.GetProperty("records")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Commands_FolderWithSpacesAndForeignLetters_Work()
    {
        using var abroad = new Workspace("Börse und 市場");

        (await abroad.ImportAsync(abroad.Write("Kurse für heute.csv", BarFile.Waves(300)))).RequireSuccess();
        Outcome replay = (await abroad.ReplayAsync("--json")).RequireSuccess();

        Assert.Equal("Kurse für heute.csv", replay.Json.GetProperty("inputs").GetProperty("files")[0].GetProperty("name").GetString());
        using RunningHost host = abroad.Start();
        await host.LineWithAsync("Ctrl+C");
        (await abroad.RunAsync("stop")).RequireSuccess();
        Assert.Equal(0, (await host.EndAsync()).ExitCode);
    }

    [Theory]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("de_DE.UTF-8")]
    public async Task Replay_ForeignLocale_PrintsTheSameBytes(string locale)
    {
        (await _workspace.ImportAsync(_workspace.Write("bars.csv", BarFile.Waves(300)))).RequireSuccess();
        Outcome plain = (await _workspace.ReplayAsync("--size", "lots:0.5", "--json")).RequireSuccess();
        _workspace.Variables["LANG"] = locale;
        _workspace.Variables["LC_ALL"] = locale;

        Outcome foreign = (await _workspace.ReplayAsync("--size", "lots:0.5", "--json")).RequireSuccess();

        Assert.Equal(plain.Output, foreign.Output);
    }
}
