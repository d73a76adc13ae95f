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

    /// <summary>Instrument name; empty for a booking.</summary>
    public required string Symbol { get; init; }

    /// <summary>Client order id of the order that caused it; null when the broker acted by itself (stop loss, target, stop-out, swap).</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>Broker's number of the order, or of the position for broker-made events.</summary>
    public long Ticket { get; init; }

    /// <summary>Number of the deal; with the account the key under which a repeated report counts once. 0 for kinds without a deal.</summary>
    public long DealId { get; init; }

    /// <summary>The deal's effect. Null for kinds without a deal.</summary>
    public Fill? Fill { get; init; }

    /// <summary>Money of a <see cref="ExecutionKind.Swap"/> or <see cref="ExecutionKind.Booking"/> report, account currency; negative was taken.</summary>
    public decimal Amount { get; init; }

    /// <summary>What a <see cref="ExecutionKind.Booking"/> is for. Default unknown.</summary>
    public BookingKind Booking { get; init; }

    /// <summary>Balance after a <see cref="ExecutionKind.Booking"/>, account currency; 0 for other kinds, whose deals have it in <see cref="Fill"/>.</summary>
    public decimal Balance { get; init; }

    /// <summary>Reason of a rejection or cancellation: a stable code such as <c>volume</c>, <c>margin</c>, <c>position gone</c>. Of a booking the broker's word for it.</summary>
    public string Reason { get; init; } = "";
}
