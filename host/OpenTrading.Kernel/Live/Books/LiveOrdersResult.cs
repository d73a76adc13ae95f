using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Books;

/// <summary>Working orders of an account at a broker.</summary>
public sealed record LiveOrdersResult : LiveList
{
    /// <summary>The orders, newest first.</summary>
    public required IReadOnlyList<LiveOrderRow> Orders { get; init; }
}

/// <summary>A working order.</summary>
/// <param name="Ticket">Broker's number.</param>
/// <param name="OrderId">Request that placed it; null where it is none of this host's.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="OrderType">How it fills.</param>
/// <param name="Lots">Volume.</param>
/// <param name="Price">Limit or stop price.</param>
/// <param name="StopLoss">Stop level of the position it will open.</param>
/// <param name="TakeProfit">Target level.</param>
/// <param name="Status">Always pending: what is not is no order any more.</param>
/// <param name="ExpiresAt">UTC instant at which it lapses; null stays.</param>
public sealed record LiveOrderRow(
    long Ticket,
    string? OrderId,
    string Symbol,
    OrderSide Side,
    OrderType OrderType,
    decimal Lots,
    decimal Price,
    decimal? StopLoss,
    decimal? TakeProfit,
    string Status,
    DateTime? ExpiresAt);
