using OpenTrading.Benchmarks.Harness;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Replays;

namespace OpenTrading.Benchmarks.Replays;

/// <summary>Twelve years of hours through two strategies, ensemble, every rule of the gate, simulated broker and journal, as <c>opentrading replay</c> runs them.</summary>
internal sealed class ReplayBenchmark : IBenchmark
{
    private const int Runs = 12;

    public static string[] Strategies { get; } = ["sma-rsi-baseline", "volatility-breakout"];

    public string Name => "replay";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        int bars = 0;
        int orders = 0;
        Lap session = default;
        var sessions = new List<Lap>();
        var bytes = new List<double>();
        Lap[] whole = Lap.Repeat(Runs, () =>
        {
            var request = new ReplayRequest(Workspace.Eurusd.Symbol, Workspace.Eurusd.Timeframe!.Value, Strategies, [], null, null, null, null, null);
            long before = GC.GetTotalAllocatedBytes();
            new ReplayRun(workspace.Configuration, workspace.Home).ExecuteAsync(request, Timed, CancellationToken.None).GetAwaiter().GetResult();
            bytes.Add(GC.GetTotalAllocatedBytes() - before);
            sessions.Add(session);
        });

        double Rate(TimeSpan time) => bars / time.TotalSeconds;
        var floor = Limit.AtLeast(150_000);
        report.Add("replay: first run in the process", "bars/s", [Rate(sessions[0].Wall)], floor);
        report.Add("replay: warm", "bars/s", sessions.Skip(Runs / 2).Select(l => Rate(l.Wall)), floor);
        report.Add("replay: warm, a second of processor time", "bars/s", sessions.Skip(Runs / 2).Select(l => Rate(l.Cpu)), floor);
        report.Add("replay: warm, plugins, store and report included", "ms", whole.Skip(Runs / 2).Select(l => l.Wall.TotalMilliseconds));
        report.Add("replay: allocated an order", "bytes", bytes.Skip(Runs / 2).Select(b => b / orders));

        ReplayResult Timed(int count, Func<IProgress<int>?, ReplayResult> replay)
        {
            ReplayResult? result = null;
            session = Lap.Of(() => result = replay(null));
            (bars, orders) = (count, result!.Orders);
            return result;
        }
    }
}
