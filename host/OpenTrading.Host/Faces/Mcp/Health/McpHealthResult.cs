using OpenTrading.Host.Diagnosis.Health;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Health;

/// <summary>How a host serves AI clients.</summary>
internal sealed record McpHealthResult : RecordResult
{
    /// <summary>Well where it is served over HTTP or to the one client at standard input.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>The ways by which clients reach it.</summary>
    public required IReadOnlyList<TransportRow> Transports { get; init; }

    /// <summary><c>data-only</c>, <c>paper</c> or <c>live</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Tools that a client with a token sees.</summary>
    public required int ToolCount { get; init; }

    /// <summary>What listing them costs a client, characters over four.</summary>
    public required int ToolListTokens { get; init; }

    /// <summary>When a client called last; null where none did, or too long ago to be known.</summary>
    public DateTime? LastCallAt { get; init; }
}

/// <summary>A way by which clients reach a host.</summary>
/// <param name="Kind"><c>stdio</c>, <c>http</c> or <c>sse</c>.</param>
/// <param name="Url">Where; null for standard input.</param>
/// <param name="Clients">How many are connected.</param>
internal sealed record TransportRow(string Kind, string? Url, int Clients);
