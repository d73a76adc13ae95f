using System.Text.Json.Nodes;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>All there is to know about a tool.</summary>
public sealed record ToolDescription : RecordResult
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Group.</summary>
    public required string Toolset { get; init; }

    /// <summary>What it does to the world.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Who may call it.</summary>
    public required Role Role { get; init; }

    /// <summary>REST method and route.</summary>
    public required string Route { get; init; }

    /// <summary>What it does.</summary>
    public required string Description { get; init; }

    /// <summary>JSON schema of its arguments.</summary>
    public required JsonNode InputSchema { get; init; }

    /// <summary>JSON schema of its answer.</summary>
    public required JsonNode OutputSchema { get; init; }

    /// <summary>Errors it answers with, besides those that every call may have.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>The smallest arguments that are well-formed.</summary>
    public required JsonNode Example { get; init; }

    /// <summary>Whether the caller may call it.</summary>
    public required bool Visible { get; init; }

    /// <summary>Why the caller may not; null when it may.</summary>
    public string? HiddenReason { get; init; }
}
