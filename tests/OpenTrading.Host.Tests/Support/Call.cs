using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Host.Tests.Support;

/// <summary>A call over REST.</summary>
internal sealed record Call(Principal Caller) : ICallContext
{
    public Surface Surface { get; init; } = Surface.Rest;

    public string? IdempotencyKey => null;

    public IMcpExchange? Mcp => null;

    public IProgress<JobProgress> Progress { get; } = new Progress<JobProgress>();

    public CancellationToken CancellationToken => CancellationToken.None;

    /// <summary>A call of an operator.</summary>
    public static Call By(string actor) => new(new Principal(actor, Role.Operator));
}
