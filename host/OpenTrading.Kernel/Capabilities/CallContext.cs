using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>What a capability may know of the call it answers.</summary>
internal sealed record CallContext(
    Principal Caller, Surface Surface, string? IdempotencyKey, IProgress<JobProgress> Progress, IMcpExchange? Mcp, CancellationToken CancellationToken) : ICallContext
{
    /// <summary>Progress that nobody wants to hear of.</summary>
    public static readonly IProgress<JobProgress> Untold = new Silence();

    private sealed class Silence : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
        }
    }
}
