using System.Text;
using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Capabilities;

/// <summary>Capabilities behind a dispatcher, called as any face calls them.</summary>
internal sealed class CapabilityBench : IDisposable
{
    public static readonly Principal Analyst = new("client:a", Role.Analyst);
    public static readonly Principal Operator = new("operator:o", Role.Operator);

    public CapabilityBench(Func<CapabilityBench, IEnumerable<object>> rooms, IJournal? journal = null, TimeProvider? time = null, AccessMode? mode = null)
    {
        time ??= TimeProvider.System;
        Jobs = new JobTable(time, 2);
        Dispatcher = new CapabilityDispatcher(
            new CapabilityCatalog(), new AccessPolicy(mode ?? new AccessMode(DataOnly: false), _ => true), journal ?? new MemoryJournal(), time, new CallLimits { InlineWait = InlineWait }, Jobs);
        Dispatcher.Catalog.Add([.. rooms(this).SelectMany(r => CapabilityDescriptor.Of(r, CapabilityDescriptor.Host))]);
    }

    public static TimeSpan InlineWait { get; } = TimeSpan.FromSeconds(30);

    public JobTable Jobs { get; }

    public CapabilityDispatcher Dispatcher { get; }

    /// <summary>Calls and gives the answer's JSON, error or not.</summary>
    public async Task<JsonElement> Call(string name, string arguments = "{}", Principal? caller = null, Surface surface = Surface.Rest)
    {
        CallOutcome outcome = await Dispatcher.CallAsync(
            new CallRequest { Name = name, Arguments = JsonElement.Parse(arguments), Caller = caller ?? Analyst, Surface = surface }, CancellationToken.None);
        return JsonElement.Parse(Encoding.UTF8.GetString(outcome.Body.Span));
    }

    /// <summary>Code and message of a refusal.</summary>
    public async Task<(string Code, string Message)> Refused(string name, string arguments = "{}", Principal? caller = null, Surface surface = Surface.Rest)
    {
        JsonElement error = (await Call(name, arguments, caller, surface)).GetProperty("error");
        return (error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    public void Dispose() => Jobs.Dispose();
}
