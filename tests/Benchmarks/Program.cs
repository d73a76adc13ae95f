using OpenTrading.Benchmarks.Alerting;
using OpenTrading.Benchmarks.Analysis;
using OpenTrading.Benchmarks.Backtesting;
using OpenTrading.Benchmarks.Faces;
using OpenTrading.Benchmarks.Features;
using OpenTrading.Benchmarks.Gates;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.Benchmarks.Importing;
using OpenTrading.Benchmarks.Indicators;
using OpenTrading.Benchmarks.Matching;
using OpenTrading.Benchmarks.Plugins;
using OpenTrading.Benchmarks.Processes;
using OpenTrading.Benchmarks.Replays;
using OpenTrading.Benchmarks.Scanning;
using OpenTrading.Benchmarks.Scripts;
using OpenTrading.Benchmarks.Store;
using OpenTrading.Benchmarks.Terminals;

// The first run of the replay is measured cold, so it comes before anything that would warm its code.
IBenchmark[] all =
[
    new ReplayBenchmark(), new ReplayProcessBenchmark(), new HelpBenchmark(), new ReadyBenchmark(), new ImportBenchmark(), new StoreBenchmark(), new MatchingBenchmark(), new BacktestBenchmark(), new SweepBenchmark(), new TickBenchmark(), new BacktestProcessBenchmark(),
    new LoadingBenchmark(), new ReloadBenchmark(), new ScriptSpeedBenchmark(), new IndicatorBenchmark(), new FeatureBenchmark(), new PacketBenchmark(), new ScanBenchmark(), new AlertBenchmark(), new ExpressionAlertBenchmark(), new McpBenchmark(), new TerminalBenchmark(), new GateBenchmark(), new JournalBenchmark(), new CallSearchBenchmark(),
];
string filter = args switch
{
    [] => "",
    ["--filter", { } text] => text,
    _ => throw new ArgumentException("Usage: Benchmarks [--filter TEXT], which runs the benchmarks whose name contains TEXT."),
};

var report = new Report(Console.Out);
report.Open();
foreach (IBenchmark benchmark in all.Where(b => b.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
{
    try
    {
        benchmark.Run(report);
    }
    catch (InvalidOperationException e)
    {
        report.Failed(benchmark.Name, e.Message);
    }
}
