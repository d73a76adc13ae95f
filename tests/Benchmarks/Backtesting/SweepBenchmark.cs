using System.Globalization;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Backtesting.Sweeps;

namespace OpenTrading.Benchmarks.Backtesting;

/// <summary>Workload W2: 400 pairs of means on 100,000 minutes over all cores, beside the same in C on one.</summary>
internal sealed class SweepBenchmark : IBenchmark
{
    private const int Bars = 100_000;
    private const int Runs = 12;

    private static readonly ParameterGrid Grid = new(
    [
        new ParameterAxis("fast", [.. Enumerable.Range(1, 20).Select(i => 2.0 * i)]),
        new ParameterAxis("slow", [.. Enumerable.Range(0, 20).Select(i => 45.0 + (10 * i))]),
    ]);

    public string Name => "sweep";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        var workload = new Workload(workspace, Bars);
        BacktestMarket market = workload.Market with { Views = [workload.Market.Views[0].LaidOut()] };
        (int Fast, int Slow)[] pairs = [.. Enumerable.Range(0, Grid.Count).Select(i => ((int)Grid.Values(i)[0], (int)Grid.Values(i)[1]))];
        BareLoop loop = BareLoop.Run(workload.Bars, Runs, pairs);
        var setup = new SweepSetup
        {
            Grid = Grid,
            Search = new GridSearch(Grid),
            Objective = MetricCatalog.Named("netProfit"),
            Make = values => Workload.Setup(market, workspace.Plugins.Strategy("sma-cross").Create(Parameters(values), out _)),
        };
        SweepResult? result = null;
        Lap[] laps = Lap.Repeat(Runs, () => result = SweepRunner.Run(setup, progress: null, CancellationToken.None));
        Workload.Require(loop, result!.Trials[^1].Fills, result.Trials[^1].FinalEquity);

        Lap[] warm = [.. laps.Skip(Runs / 3)];
        report.Add("backtest W2: loop in C on one core", "ms", [loop.Best.TotalMilliseconds, loop.Median.TotalMilliseconds]);
        report.Add($"backtest W2: {Grid.Count} runs over all cores", "ms", warm.Select(l => l.Wall.TotalMilliseconds), Limit.AtMost(250));
        report.Add("backtest W2: a bar, processor time", "ns", warm.Select(l => l.Cpu.TotalNanoseconds / Bars / Grid.Count));
    }

    private static Dictionary<string, string> Parameters(IReadOnlyList<double> values) => new()
    {
        ["fast"] = values[0].ToString(CultureInfo.InvariantCulture),
        ["slow"] = values[1].ToString(CultureInfo.InvariantCulture),
    };
}
