using System.Text.Json.Serialization;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>An account that was flattened.</summary>
public sealed record FlattenResult : RecordResult
{
    /// <summary>Positions that were closed.</summary>
    public required IReadOnlyList<FlattenedRow> Closed { get; init; }

    /// <summary>Pending orders that were cancelled.</summary>
    public required IReadOnlyList<long> Cancelled { get; init; }

    /// <summary>What is still there, and why.</summary>
    public required IReadOnlyList<FlattenFailure> Failed { get; init; }

    /// <summary>True when an earlier call of the same key did it.</summary>
    [JsonPropertyOrder(100)]
    public bool? Replayed { get; init; }
}

/// <summary>A position that was closed.</summary>
/// <param name="Ticket">Broker's number.</param>
/// <param name="Profit">Its profit at the last look before, account currency.</param>
public sealed record FlattenedRow(long Ticket, decimal Profit);

/// <summary>What could not be closed or cancelled.</summary>
/// <param name="Ticket">Broker's number.</param>
/// <param name="Code">Why.</param>
public sealed record FlattenFailure(long Ticket, string Code);
