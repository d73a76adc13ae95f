using OpenTrading.Benchmarks.Harness;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Benchmarks.Processes;

/// <summary><c>opentrading backtest --json</c> on a million minutes from start to end: from a file of text, and from the store.</summary>
internal sealed class BacktestProcessBenchmark : IBenchmark
{
    private const int Bars = 1_000_000;
    private const int Runs = 7;

    public string Name => "process of a backtest";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        string file = workspace.MinuteFile(Bars);
        Measure(report, workspace, "from a file", ["--data", file], 1.2);
        workspace.Import(file, new SeriesKey("EURUSD", Timeframe.M1));
        Measure(report, workspace, "from the store", [], 0.5);
    }

    private static void Measure(Report report, Workspace workspace, string from, string[] prices, double seconds)
    {
        string[] arguments =
        [
            "backtest", "--home", workspace.Home.Root, "--json", "--strategy", "sma-cross", "--symbol", "EURUSD", "--timeframe", "M1", "--cash", "1000000", "--size", "units:100000",
            "--spread", "0", "--commission", "notional:0.00007", "--risk", "off", .. prices,
        ];
        HostProcess[] runs = [.. Enumerable.Range(0, Runs).Select(_ => HostProcess.Run(onlyFirstLine: false, arguments))];
        report.Add($"opentrading backtest {from}, whole process", "s", runs.Select(r => r.Whole.Wall.TotalSeconds), Limit.AtMost(seconds));
        report.Add($"opentrading backtest {from}, processor time", "s", runs.Select(r => r.Whole.Cpu.TotalSeconds));
        report.Add($"opentrading backtest {from}, peak memory", "MB", runs.Select(r => r.PeakMegabytes), Limit.AtMost(200));
    }
}
