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
    private const int Rounds = 4;
    private const int RunsOfRound = 10;
    private const double LeastShareOfTheLoop = 0.2;
    private const double SlowestScript = 1.1;

    public string Name => "backtest";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        var workload = new Workload(workspace, Bars);
        string source = File.ReadAllText(Path.Combine(ReferenceFiles.RepositoryRoot, "strategies", "OpenTrading.Strategies.Classic", "SmaCross.cs"));
        Type script = Script(source.Replace("namespace OpenTrading.Strategies.Classic;", "", StringComparison.Ordinal));

        var loops = new List<BareLoop>();
        var assembly = new List<(TimeSpan Run, BareLoop Loop)>();
        var compiled = new List<(TimeSpan Run, BareLoop Loop)>();
        for (int round = 0; round < Rounds; round++)
        {
            // The machine changes its pace; each round has its own loop to be compared with.
            BareLoop loop = BareLoop.Run(workload.Bars, RunsOfRound, (10, 30));
            loops.Add(loop);
            for (int i = 0; i < RunsOfRound; i++)
            {
                assembly.Add((Time(workload, loop, workspace.Plugins.Strategy("sma-cross").Create(new Dictionary<string, string>(), out _)), loop));
                compiled.Add((Time(workload, loop, (Strategy)Activator.CreateInstance(script, 10, 30, 0, 0)!), loop));
            }
        }

        // The first round is compiled on the way.
        (TimeSpan Run, BareLoop Loop)[] warm = [.. assembly.Skip(RunsOfRound)];
        (TimeSpan Run, BareLoop Loop)[] warmScript = [.. compiled.Skip(RunsOfRound)];
        report.Add("backtest W1: loop in C, a million bars", "ms", loops.Select(l => l.Median.TotalMilliseconds));
        report.Add("backtest W1: sma-cross of the assembly", "ms", warm.Select(t => t.Run.TotalMilliseconds));
        report.Add("backtest W1: sma-cross as a script", "ms", warmScript.Select(t => t.Run.TotalMilliseconds));
        report.Add("backtest W1: share of the loop, assembly", "ratio", warm.Select(t => t.Loop.Median / t.Run), Limit.AtLeast(LeastShareOfTheLoop));
        report.Add("backtest W1: share of the loop, script", "ratio", warmScript.Select(t => t.Loop.Median / t.Run), Limit.AtLeast(LeastShareOfTheLoop));
        report.Add("backtest W1: script / assembly", "ratio", warmScript.Zip(warm, (s, a) => s.Run / a.Run), Limit.AtMost(SlowestScript));
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
