using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>What was taken back.</summary>
public sealed record WithdrawnResult : RecordResult
{
    /// <summary>How it stands.</summary>
    public required string State { get; init; }
}
