using System.Text.Json.Serialization;

namespace OpenTrading.Sdk.Capabilities;

/// <summary>What a capability answers: one object that begins with a sentence on itself.</summary>
public abstract record CapabilityResult
{
    /// <summary>The answer in one sentence.</summary>
    [JsonPropertyOrder(-100)]
    public required string Summary { get; init; }
}
