using System.Text.Json;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Faces.Rest;
using OpenTrading.Host.Home;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>A host opened for one command, in a home in which none runs.</summary>
internal sealed class EmbeddedTarget(PaperHost host) : ICallTarget
{
    private static readonly Principal Caller = new(CallerGate.CommandLineActor, Role.Analyst);

    /// <summary>Opens the home.</summary>
    public static EmbeddedTarget Open(HostConfiguration configuration, HomeFolder home) => new(PaperHost.Open(configuration, home));

    /// <inheritdoc/>
    public Task<CallList> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult(CallList.Read(CallList.For(host.Capabilities.Dispatcher, Caller, Surface.Cli)));

    /// <inheritdoc/>
    public async Task<CallReply> CallAsync(string name, object arguments, CancellationToken cancellationToken)
    {
        CallOutcome outcome = await host.Capabilities.Dispatcher.CallAsync(
            new CallRequest { Name = name, Arguments = JsonSerializer.SerializeToElement(arguments, CapabilityJson.Options), Caller = Caller, Surface = Surface.Cli },
            cancellationToken).ConfigureAwait(false);
        return CallReply.Of(outcome.Body.Span);
    }

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return ValueTask.CompletedTask;
    }
}
