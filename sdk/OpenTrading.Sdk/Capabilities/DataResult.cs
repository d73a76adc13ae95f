using System.Text.Json.Serialization;

namespace OpenTrading.Sdk.Capabilities;

/// <summary>An answer that carries market data: it says where the data comes from, from when, and whether that is too old.</summary>
public abstract record DataResult : CapabilityResult
{
    /// <summary>Source, such as <c>file:EURUSD_H1.csv</c>, <c>synthetic</c> or <c>mt5</c>; <c>mixed</c> when the items name theirs.</summary>
    [JsonPropertyOrder(-99)]
    public required string Source { get; init; }

    /// <summary>UTC time of the newest datum.</summary>
    [JsonPropertyOrder(-98)]
    public required DateTime AsOf { get; init; }

    /// <summary>Whether the data is older than its bound while its market is open.</summary>
    [JsonPropertyOrder(-97)]
    public bool Stale { get; init; }
}
