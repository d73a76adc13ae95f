using System.Text.Json;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Plugins;

namespace OpenTrading.Integration.Tests;

/// <summary>Every command the README shows, as it stands there. Each starts a line of an indented block or of the command table.</summary>
public sealed class ReadmeTests : IDisposable
{
    private static readonly string[] Text = File.ReadAllLines(Path.Combine(ReferenceFiles.RepositoryRoot, "README.md"));

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Readme_IndentedCommands_RunInTheOrderShown()
    {
        _workspace.Write("EURUSD_H1.csv", BarFile.Waves(600));
        string[] commands = [.. Text.Where(l => l.StartsWith("    opentrading ", StringComparison.Ordinal)).Select(l => l.Trim()["opentrading ".Length..])];

        Assert.NotEmpty(commands);
        foreach (string command in commands)
        {
            Outcome outcome = await _workspace.RunAsync([.. Filled(command).Split(' ')]);
            Assert.True(outcome.ExitCode == 0, $"opentrading {command}: exit code {outcome.ExitCode}, {outcome.Error}");
        }
    }

    [Fact]
    public async Task Readme_CommandTable_NamesCommandsThatExist()
    {
        // The first code span of a cell names a command; a second one in it goes on from the first, as "data check" after "data list".
        string[] names =
        [
            .. Text.Where(l => l.StartsWith("| `opentrading ", StringComparison.Ordinal))
                .SelectMany(l => l.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1))
                .Select(span => span.Replace("opentrading ", "", StringComparison.Ordinal)),
        ];

        Assert.True(names.Length > 8, "the command table was not found");
        foreach (string name in names)
        {
            string[] words = [.. name.Split(' ').TakeWhile(word => char.IsLower(word[0]))];
            Outcome help = await _workspace.RunAsync([.. words, "--help"]);
            Assert.True(help.ExitCode == 0 && help.Output.Contains($"opentrading {string.Join(' ', words)}", StringComparison.Ordinal), $"{name}: {help.Error}");

            // What is shown must run: it names every option that the command cannot do without.
            IEnumerable<string> required = help.Output.Split('\n').Where(l => l.Contains("(REQUIRED)", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ', ',')[0]);
            Assert.All(required, option => Assert.Contains(option, name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("dll")]
    [InlineData("csx")]
    public async Task Readme_TenLineStrategy_IsListedAndTrades(string form)
    {
        string source = string.Join('\n', Text.SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```"));
        if (form == "dll")
        {
            PluginCompiler.Drop(_workspace.InHome("strategies"), "RsiDip", source, sdk: null);
        }
        else
        {
            _workspace.Write("home/strategies/scripts/RsiDip.csx", source);
        }

        _workspace.Write("bars.csv", BarFile.Waves(600));
        (await _workspace.ImportAsync("bars.csv")).RequireSuccess();

        Outcome list = await _workspace.RunAsync("strategies", "list");
        Outcome replay = await _workspace.RunAsync("replay", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "rsi-dip", "--set", "rsi-dip.low=45", "--json");

        Assert.Contains("rsi-dip", list.Output, StringComparison.Ordinal);
        Assert.Contains("period=14, low=30", list.Output, StringComparison.Ordinal);
        replay.RequireSuccess();
        Assert.NotEmpty(JsonDocument.Parse(replay.Output).RootElement.GetProperty("trades").EnumerateArray());
    }

    // Paths of the README are those of a checkout: its home is data/, and RUN stands for a replay's folder.
    private string Filled(string command)
    {
        string run = Directory.Exists(_workspace.InHome("reports")) ? Directory.GetDirectories(_workspace.InHome("reports")).Select(Path.GetFileName).FirstOrDefault() ?? "" : "";
        return command.Replace("data/", "home/", StringComparison.Ordinal).Replace("RUN", run, StringComparison.Ordinal);
    }
}
