using System.Text.Json;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Benchmarks.Features;

/// <summary>What an AI client asks of indicators and features, over a symbol whose bars are in memory, from arguments to answer as JSON. By processor time.</summary>
internal sealed class FeatureBenchmark : IBenchmark
{
    private const int Runs = 25;
    private const int WarmingRuns = 30;

    public string Name => "features";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        var catalog = new CapabilityCatalog();
        catalog.Add(workspace.Plugins.Find("OpenTrading.Features")!.Offers.Capabilities);
        using var jobs = new JobTable(TimeProvider.System, 1);
        var dispatcher = new CapabilityDispatcher(
            catalog, new AccessPolicy(new AccessMode(), _ => true), new NoJournal(), TimeProvider.System, new CallLimits { ReadsPerSecond = 1_000_000 }, jobs);
        report.Add("snapshot of the core set", "ms", Times(dispatcher, "get_indicator_snapshot"), Limit.AtMost(10));
        report.Add("feature set base, 20 rows", "ms", Times(dispatcher, "build_features"), Limit.AtMost(25));
    }

    private static IEnumerable<double> Times(CapabilityDispatcher dispatcher, string name)
    {
        var request = new CallRequest { Name = name, Arguments = JsonElement.Parse("""{"symbol":"EURUSD"}"""), Caller = new Principal("client:benchmark", Role.Analyst), Surface = Surface.Cli };
        for (int run = -WarmingRuns; run < Runs; run++)
        {
            CallOutcome? outcome = null;
            double time = Lap.Of(() => outcome = dispatcher.CallAsync(request, CancellationToken.None).GetAwaiter().GetResult()).Cpu.TotalMilliseconds;
            if (outcome!.Error is not null)
            {
                throw new InvalidOperationException(outcome.Summary);
            }

            if (run >= 0)
            {
                yield return time;
            }
        }
    }

    private sealed class NoJournal : IJournal
    {
        public long Append(string actor, string type, JournalPayload payload, Durability durability) => 0;
    }
}
