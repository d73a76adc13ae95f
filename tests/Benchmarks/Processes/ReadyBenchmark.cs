using OpenTrading.Benchmarks.Harness;

namespace OpenTrading.Benchmarks.Processes;

/// <summary><c>opentrading run</c> in a fresh home until it says that it runs.</summary>
internal sealed class ReadyBenchmark : IBenchmark
{
    private const int Runs = 7;

    public string Name => "ready";

    public void Run(Report report)
    {
        var seconds = new List<double>();
        for (int i = 0; i < Runs; i++)
        {
            using var workspace = new Workspace();
            seconds.Add(HostProcess.Run(onlyFirstLine: true, "run", "--home", workspace.Home.Root).FirstLine.TotalSeconds);
        }

        report.Add("opentrading run, until ready", "s", seconds, Limit.AtMost(1.5));
    }
}
