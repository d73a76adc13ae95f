using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Brokers;

/// <summary>One thing that happened at the broker. Results reach the host only as these events.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ExecutionReport
{
    /// <summary>What happened.</summary>
    public required ExecutionKind Kind { get; init; }

    /// <summary>UTC instant at the broker.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Instrument name.</summary>
    public required string Symbol { get; init; }

    /// <summary>Client order id of the order that caused it; null when the broker acted by itself (stop loss, target, stop-out, swap).</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>Broker's number of the order, or of the position for broker-made events.</summary>
    public long Ticket { get; init; }

    /// <summary>Number of the deal; with the account the key under which a repeated report counts once. 0 for kinds without a deal.</summary>
    public long DealId { get; init; }

    /// <summary>The deal's effect. Null for kinds without a deal.</summary>
    public Fill? Fill { get; init; }

    /// <summary>Swap amount of a <see cref="ExecutionKind.Swap"/> report, account currency.</summary>
    public decimal Amount { get; init; }

    /// <summary>Reason of a rejection or cancellation: a stable code such as <c>volume</c>, <c>margin</c>, <c>position gone</c>.</summary>
    public string Reason { get; init; } = "";
}
