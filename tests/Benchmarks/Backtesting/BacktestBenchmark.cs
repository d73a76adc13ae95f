using OpenTrading.Benchmarks.Harness;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Host.Plugins.Scripts.Compilation;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Benchmarks.Backtesting;

/// <summary>
/// Workload W1 on a million minutes through the public strategy contract, beside the same loop in C: once by the shipped strategy, once by a script
/// that is compiled here, so that no strategy is a special case.
/// </summary>
internal sealed class BacktestBenchmark : IBenchmark
{
    private const int Bars = 1_000_000;
    private const int Runs = 30;
    private const double LeastShareOfTheLoop = 0.2;
    private const double SlowestScript = 1.1;

    public string Name => "backtest";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        var workload = new Workload(workspace, Bars);
        string source = File.ReadAllText(Path.Combine(ReferenceFiles.RepositoryRoot, "strategies", "OpenTrading.Strategies.Classic", "SmaCross.cs"));
        Type script = Script(source.Replace("namespace OpenTrading.Strategies.Classic;", "", StringComparison.Ordinal));

        BareLoop loop = BareLoop.Run(workload.Bars, Runs, (10, 30));
        var assembly = new List<TimeSpan>();
        var compiled = new List<TimeSpan>();
        for (int i = 0; i < Runs; i++)
        {
            assembly.Add(Time(workload, loop, workspace.Plugins.Strategy("sma-cross").Create(new Dictionary<string, string>(), out _)));
            compiled.Add(Time(workload, loop, (Strategy)Activator.CreateInstance(script, 10, 30, 0, 0)!));
        }

        // The first runs are compiled on the way.
        TimeSpan[] warm = [.. assembly.Skip(Runs / 3)];
        TimeSpan[] warmScript = [.. compiled.Skip(Runs / 3)];
        report.Add("backtest W1: loop in C, a million bars", "ms", [loop.Best.TotalMilliseconds, loop.Median.TotalMilliseconds]);
        report.Add("backtest W1: sma-cross of the assembly", "ms", warm.Select(t => t.TotalMilliseconds));
        report.Add("backtest W1: sma-cross as a script", "ms", warmScript.Select(t => t.TotalMilliseconds));
        report.Add("backtest W1: share of the loop, assembly", "ratio", warm.Select(t => loop.Median / t), Limit.AtLeast(LeastShareOfTheLoop));
        report.Add("backtest W1: share of the loop, script", "ratio", warmScript.Select(t => loop.Median / t), Limit.AtLeast(LeastShareOfTheLoop));
        report.Add("backtest W1: script / assembly", "ratio", warmScript.Zip(warm, (s, a) => s / a), Limit.AtMost(SlowestScript));
    }

    private static TimeSpan Time(Workload workload, BareLoop loop, Strategy strategy)
    {
        var run = new Backtest(Workload.Setup(workload.Market, strategy));
        BacktestResult? result = null;
        GC.Collect();
        TimeSpan time = Lap.Of(() => result = run.Run()).Wall;
        Workload.Require(loop, result!.Record.Fills.Count, result.Record.Curve.Final);
        return time;
    }

    private static Type Script(string source)
    {
        ScriptImage image = ScriptCompiler.Compile(new ScriptSources("sma-cross.csx", [new ScriptText("sma-cross.csx", "sma-cross.csx", source)], ""));
        using var stream = new MemoryStream(image.Assembly);
        return new PluginLoadContext("benchmark").LoadFromStream(stream).GetExportedTypes().Single(t => t.IsDefined(typeof(StrategyAttribute), inherit: false));
    }
}
