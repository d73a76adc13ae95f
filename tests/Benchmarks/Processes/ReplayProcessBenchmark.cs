using OpenTrading.Benchmarks.Harness;
using OpenTrading.Benchmarks.Replays;

namespace OpenTrading.Benchmarks.Processes;

/// <summary><c>opentrading replay</c> from start to end, with everything a start costs.</summary>
internal sealed class ReplayProcessBenchmark : IBenchmark
{
    private const int Runs = 7;

    public string Name => "process";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        string[] arguments =
        [
            "replay", "--home", workspace.Home.Root, "--json", "--symbol", Workspace.Eurusd.Symbol, "--timeframe", "H1",
            .. ReplayBenchmark.Strategies.SelectMany(s => (string[])["--strategy", s]),
        ];
        HostProcess[] runs = [.. Enumerable.Range(0, Runs).Select(_ => HostProcess.Run(onlyFirstLine: false, arguments))];
        report.Add("opentrading replay, whole process", "s", runs.Select(r => r.Whole.Wall.TotalSeconds));
        report.Add("opentrading replay, whole process, processor time", "s", runs.Select(r => r.Whole.Cpu.TotalSeconds));
        report.Add("opentrading replay, peak memory", "MB", runs.Select(r => r.PeakMegabytes), Limit.AtMost(150));
    }
}
