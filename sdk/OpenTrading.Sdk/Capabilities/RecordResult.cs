using System.Text.Json.Serialization;

namespace OpenTrading.Sdk.Capabilities;

/// <summary>An answer from the host's own records. It has no source but the host; it says when it was true.</summary>
public abstract record RecordResult : CapabilityResult
{
    /// <summary>UTC time of the answer.</summary>
    [JsonPropertyOrder(-98)]
    public required DateTime AsOf { get; init; }
}
