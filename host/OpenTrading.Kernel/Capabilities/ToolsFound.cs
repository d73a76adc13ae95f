using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>What a search for tools found.</summary>
public sealed record ToolsFound : RecordResult
{
    /// <summary>The tools, best first.</summary>
    public required IReadOnlyList<ToolFound> Tools { get; init; }

    /// <summary>All groups of tools.</summary>
    public required IReadOnlyList<ToolsetRow> Toolsets { get; init; }
}

/// <summary>A tool that a search found.</summary>
/// <param name="Name">Name.</param>
/// <param name="Toolset">Group.</param>
/// <param name="Effect">What it does to the world.</param>
/// <param name="Description">What it does.</param>
/// <param name="Visible">Whether the caller may call it.</param>
/// <param name="Score">How well it answers the query, 0 to 100.</param>
public sealed record ToolFound(string Name, string Toolset, Effect Effect, string Description, bool Visible, int Score);

/// <summary>A group of tools.</summary>
/// <param name="Name">Name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Enabled">Whether AI clients get to see it.</param>
/// <param name="VisibleTools">How many of its tools the caller may call.</param>
public sealed record ToolsetRow(string Name, string Description, bool Enabled, int VisibleTools);
