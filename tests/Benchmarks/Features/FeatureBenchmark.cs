using OpenTrading.Benchmarks.Harness;

namespace OpenTrading.Benchmarks.Features;

/// <summary>What an AI client asks of indicators and features, over a symbol whose bars are in memory. By processor time.</summary>
internal sealed class FeatureBenchmark : IBenchmark
{
    private const int Runs = 25;
    private const string Symbol = """{"symbol":"EURUSD"}""";

    public string Name => "features";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        using var calls = new PluginCalls(workspace, "OpenTrading.Features");
        report.Add("snapshot of the core set", "ms", calls.Times("get_indicator_snapshot", Symbol, Runs), Limit.AtMost(10));
        report.Add("feature set base, 20 rows", "ms", calls.Times("build_features", Symbol, Runs), Limit.AtMost(25));
    }
}
