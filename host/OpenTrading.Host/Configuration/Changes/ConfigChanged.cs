using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Configuration.Changes;

/// <summary>A setting after it was changed.</summary>
internal sealed record ConfigChanged : RecordResult
{
    /// <summary>Full key.</summary>
    public required string Key { get; init; }

    /// <summary>Value in force until the restart.</summary>
    public required string Old { get; init; }

    /// <summary>Value in the file.</summary>
    public required string New { get; init; }

    /// <summary>Whether it takes effect at the next start alone.</summary>
    public required bool RestartRequired { get; init; }
}
