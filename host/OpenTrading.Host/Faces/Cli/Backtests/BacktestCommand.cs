using System.CommandLine;
using System.Text.Json;
using OpenTrading.Host.Running.Backtests;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Reports.Json;

namespace OpenTrading.Host.Faces.Cli.Backtests;

/// <summary><c>opentrading backtest --strategy sma-cross --data EURUSD_H1.csv --symbol EURUSD --timeframe H1</c>; with <c>--sweep</c> over many parameters.</summary>
internal static class BacktestCommand
{
    private const int MostBenchmarkRuns = 10_000;

    public static Command Build(CliOptions options)
    {
        var terms = new BacktestOptions();
        var sweep = new SweepOptions();
        var folderOption = new Option<string?>("--report") { Description = "Folder for report.html, report.json and run-info.json.", HelpName = "DIR" };
        var equity = new Option<bool>("--equity-bars") { Description = "Tell the equity of every bar, not of every day." };
        var benchmark = NumberOption.Whole("--benchmark", "Runs more, of the engine alone, and tells how fast they were.", 0, MostBenchmarkRuns);
        var monteCarlo = NumberOption.Whole("--monte-carlo", "Paths of each Monte Carlo method over trades and days.", 1, 1_000_000);
        var costStress = new Option<bool>("--cost-stress") { Description = "Run again at one and a half times and twice the spread and slippage." };
        var lookAhead = new Option<bool>("--look-ahead") { Description = "Run again with other futures: what happened before must stay." };
        var command = new Command("backtest", "Run strategies over recorded prices: fills, money, metrics, report. With --sweep, over many parameters.");
        terms.AddTo(command);
        sweep.AddTo(command);
        command.Add(folderOption);
        command.Add(equity);
        command.Add(benchmark);
        command.Add(monteCarlo);
        command.Add(costStress);
        command.Add(lookAhead);
        command.Add(CompareCommand.Build(options));
        return command.Do((arguments, cancellationToken) =>
        {
            Terminal terminal = options.Terminal(arguments);
            using var desk = new BacktestDesk(options.Configuration(arguments), options.Home(arguments), terms.Read(arguments), cancellationToken);
            Terminal.NotLoaded(desk.NotLoaded);
            EquityDetail detail = arguments.GetValue(equity) ? EquityDetail.Bars : EquityDetail.Daily;
            string? folder = arguments.GetValue(folderOption);
            if (sweep.Read(arguments) is { } request)
            {
                SweepOutcome swept = desk.Sweep(request, (trials, work) => terminal.Progress("sweep", trials, work), cancellationToken);
                BacktestReport? best = swept.Best is null ? null : ReportMaker.Of(swept.Best, swept.Robustness) with { EquityDetail = detail };
                Tell(terminal, best, swept.Best, folder, swept, sweep.Top(arguments));
            }
            else
            {
                BacktestOutcome outcome = desk.Run((int)(arguments.GetValue(benchmark) ?? 0), (bars, work) => terminal.Progress("backtest", bars, work), cancellationToken);
                var doubts = new RobustnessRequest((int)(arguments.GetValue(monteCarlo) ?? 0), arguments.GetValue(costStress), arguments.GetValue(lookAhead));
                BacktestReport report = ReportMaker.Of(outcome, desk.Doubt(outcome, doubts, cancellationToken)) with { EquityDetail = detail };
                Tell(terminal, report, outcome, folder, sweep: null, top: 0);
            }

            return Task.FromResult(ExitCodes.Ok);
        });
    }

    private static void Tell(Terminal terminal, BacktestReport? report, BacktestOutcome? outcome, string? folder, SweepOutcome? sweep, int top)
    {
        if (folder is not null && report is not null)
        {
            ReportFiles.Write(folder, report, outcome!);
        }

        if (terminal.IsJson)
        {
            Print(report, outcome, sweep, top);
            return;
        }

        if (sweep is not null)
        {
            SweepSummary.Print(terminal, sweep, top);
        }

        if (report is not null)
        {
            BacktestSummary.Print(terminal, report, outcome!, folder);
        }
    }

    private static void Print(BacktestReport? report, BacktestOutcome? outcome, SweepOutcome? sweep, int top)
    {
        using Stream output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, JsonReport.Options))
        {
            writer.WriteStartObject();
            if (report is not null)
            {
                writer.WritePropertyName("report");
                JsonReport.Write(report, writer);
                writer.WritePropertyName("run");
                ReportFiles.WriteRun(writer, outcome!);
            }

            if (sweep is not null)
            {
                SweepSummary.Write(writer, sweep, top);
            }

            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
