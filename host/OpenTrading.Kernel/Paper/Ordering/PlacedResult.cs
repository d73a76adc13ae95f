using System.Text.Json.Serialization;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>An order that was placed.</summary>
public sealed record PlacedResult : DataResult
{
    /// <summary>Its id.</summary>
    public required string OrderId { get; init; }

    /// <summary>Position it opened or enlarged; null until it is filled.</summary>
    public string? PositionId { get; init; }

    /// <summary>How it stands; a market order is pending until the next bar opens, and filled at once where a terminal's ticks fill.</summary>
    public required PaperOrderStatus Status { get; init; }

    /// <summary>Price it was filled at; null until then.</summary>
    public decimal? FillPrice { get; init; }

    /// <summary>That against the price it was placed at, points; positive is worse.</summary>
    public decimal? SlippagePoints { get; init; }

    /// <summary>What the gate decided, for explain_rejection; null when that is too long ago.</summary>
    public string? DecisionId { get; init; }

    /// <summary>The order.</summary>
    public required OrderView Order { get; init; }

    /// <summary>True when an earlier call of the same key placed it.</summary>
    [JsonPropertyOrder(100)]
    public bool? Replayed { get; init; }
}
