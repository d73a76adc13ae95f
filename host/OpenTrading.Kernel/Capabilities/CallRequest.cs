using System.Text.Json;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>A call as a face hands it over.</summary>
public sealed record CallRequest
{
    /// <summary>Capability.</summary>
    public required string Name { get; init; }

    /// <summary>A JSON object, or nothing.</summary>
    public JsonElement Arguments { get; init; }

    /// <summary>Who calls.</summary>
    public required Principal Caller { get; init; }

    /// <summary>Through which face.</summary>
    public required Surface Surface { get; init; }

    /// <summary>Idempotency key from a header or from metadata; an argument of that name goes before it.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Where progress is told.</summary>
    public IProgress<JobProgress>? Progress { get; init; }

    /// <summary>The protocol exchange behind it, where it came over MCP.</summary>
    public IMcpExchange? Mcp { get; init; }
}
