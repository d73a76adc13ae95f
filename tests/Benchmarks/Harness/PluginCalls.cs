using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Benchmarks.Harness;

/// <summary>Capabilities of a shipped plugin, called as a face calls them: from arguments to answer as JSON.</summary>
internal sealed class PluginCalls : IDisposable
{
    private const int WarmingRuns = 30;

    private readonly JobTable _jobs = new(TimeProvider.System, 1);
    private readonly CapabilityDispatcher _dispatcher;

    public PluginCalls(Workspace workspace, string plugin)
    {
        var catalog = new CapabilityCatalog();
        catalog.Add(workspace.Plugins.Find(plugin)!.Offers.Capabilities);
        _dispatcher = new CapabilityDispatcher(
            catalog, new AccessPolicy(new AccessMode(), _ => true), new NoJournal(), TimeProvider.System, new CallLimits { ReadsPerSecond = 1_000_000 }, _jobs);
    }

    /// <summary>Calls a capability.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public CallOutcome Call(string name, string arguments)
    {
        var request = new CallRequest { Name = name, Arguments = JsonElement.Parse(arguments), Caller = new Principal("client:benchmark", Role.Analyst), Surface = Surface.Cli };
        CallOutcome outcome = _dispatcher.CallAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        return outcome.Error is null ? outcome : throw new InvalidOperationException(outcome.Summary);
    }

    /// <summary>Processor time of calls once they are warm, milliseconds.</summary>
    public IEnumerable<double> Times(string name, string arguments, int runs)
    {
        for (int run = -WarmingRuns; run < runs; run++)
        {
            double time = Lap.Of(() => Call(name, arguments)).Cpu.TotalMilliseconds;
            if (run >= 0)
            {
                yield return time;
            }
        }
    }

    public void Dispose() => _jobs.Dispose();

    private sealed class NoJournal : IJournal
    {
        public long Append(string actor, string type, JournalPayload payload, Durability durability) => 0;
    }
}
