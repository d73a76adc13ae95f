using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Host.Running.Backtests;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Comparison;
using OpenTrading.Kernel.Backtesting.Reports.Json;

namespace OpenTrading.Host.Faces.Cli.Backtests;

/// <summary><c>opentrading backtest compare RUN RUN...</c>: finished runs side by side.</summary>
internal static class CompareCommand
{
    private static readonly string[] Headline = ["netProfit", "cagr", "sharpe", "sortino", "maxDrawdownPct", "calmar", "closedTrades", "winRate", "profitFactor", "exposure"];

    public static Command Build(CliOptions options)
    {
        var runs = new Argument<string[]>("runs")
        {
            Description = "Runs: the id of a kept one, a folder that --report wrote, or a report.json.", Arity = new ArgumentArity(2, ComparedRuns.Most), HelpName = "RUN",
        };
        var folder = new Option<string?>("--report") { Description = "Folder for comparison.html and comparison.json.", HelpName = "DIR" };
        return new Command("compare", "Finished backtests side by side: metrics, curves, and what differs.") { runs, folder }.Do(arguments =>
        {
            ComparedRuns compared = ComparisonFiles.Read(arguments.GetRequiredValue(runs), options.Home(arguments).Backtests);
            if (arguments.GetValue(folder) is { } into)
            {
                ComparisonFiles.Write(into, compared);
            }

            Terminal terminal = options.Terminal(arguments);
            if (terminal.IsJson)
            {
                PrintJson(compared);
            }
            else
            {
                Print(terminal, compared, arguments.GetValue(folder));
            }

            return ExitCodes.Ok;
        });
    }

    private static void PrintJson(ComparedRuns compared)
    {
        using Stream output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, JsonReport.Options))
        {
            JsonComparison.Write(compared, writer);
        }

        output.Write("\n"u8);
    }

    private static void Print(Terminal terminal, ComparedRuns compared, string? folder)
    {
        terminal.Table(
            ["metric", .. compared.Runs.Select(r => r.Name)],
            MetricCatalog.All.Where(m => Headline.Contains(m.Key)).Select(m => (string[])[m.Label, .. compared.Runs.Select(r => Shown(compared, m, r))]));
        terminal.Line();
        IReadOnlyList<(string Name, IReadOnlyList<string?> Values)> differences = compared.Differences();
        if (differences.Count == 0)
        {
            terminal.Line("the runs have the same settings");
        }
        else
        {
            terminal.Table(["differs", .. compared.Runs.Select(r => r.Name)], differences.Select(d => (string[])[d.Name, .. d.Values.Select(v => v ?? "-")]));
        }

        if (folder is not null)
        {
            terminal.Line($"comparison: {Path.Combine(folder, "comparison.html")}");
        }
    }

    private static string Shown(ComparedRuns compared, Metric metric, ComparedRun run)
    {
        double value = run.Metrics[metric.Key];
        string text = double.IsNaN(value) ? "-" : value.ToString(metric.Unit is MetricUnit.Money ? "#,0.00" : "0.####", CultureInfo.InvariantCulture);
        return compared.Best(metric).Contains(run) ? $"{text} *" : text;
    }
}
