using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Plugins.Tending;

/// <summary>A plugin after it was read anew.</summary>
internal sealed record PluginReloaded : RecordResult
{
    /// <summary>How it stands.</summary>
    public required PluginState State { get; init; }

    /// <summary>Version before; null when it was not in use.</summary>
    public required string? OldVersion { get; init; }

    /// <summary>Version now; null when it is not in use.</summary>
    public required string? NewVersion { get; init; }

    /// <summary>Tools that came, went or take other arguments.</summary>
    public required IReadOnlyList<string> ToolsChanged { get; init; }
}

/// <summary>A plugin after it was switched on or off.</summary>
internal sealed record PluginSwitched : RecordResult
{
    /// <summary>How it stands.</summary>
    public required PluginState State { get; init; }

    /// <summary>Tools that came or went.</summary>
    public required IReadOnlyList<string> ToolsChanged { get; init; }
}
