using OpenTrading.Benchmarks.Harness;

namespace OpenTrading.Benchmarks.Analysis;

/// <summary>The packet of one symbol on five timeframes, over a symbol whose bars are in memory: processor time, and what it costs a client of its context.</summary>
internal sealed class PacketBenchmark : IBenchmark
{
    private const int Runs = 25;
    private const int CharactersPerToken = 4;
    private const string Arguments = """{"symbol":"EURUSD","timeframes":["H1","H2","H4","H8","D1"]}""";

    public string Name => "packet";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        using var calls = new PluginCalls(workspace, "OpenTrading.Analysis");
        report.Add("analysis packet, 5 timeframes, warm", "ms", calls.Times("analysis_packet", Arguments, Runs), Limit.AtMost(50));
        report.Add("analysis packet, 5 timeframes", "tokens", [calls.Call("analysis_packet", Arguments).Body.Length / (double)CharactersPerToken], Limit.AtMost(6000));
    }
}
