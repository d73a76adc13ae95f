using OpenTrading.Benchmarks.Harness;

namespace OpenTrading.Benchmarks.Processes;

/// <summary><c>opentrading --help</c>: the least a start of the program costs.</summary>
internal sealed class HelpBenchmark : IBenchmark
{
    private const int Runs = 9;

    public string Name => "help";

    public void Run(Report report)
    {
        HostProcess[] runs = [.. Enumerable.Range(0, Runs).Select(_ => HostProcess.Run(onlyFirstLine: false, "--help"))];
        report.Add("opentrading --help", "s", runs.Select(r => r.Whole.Wall.TotalSeconds), Limit.AtMost(0.25));
    }
}
