using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Books;

/// <summary>Orders of the paper account.</summary>
public sealed record OrdersResult : PaperList
{
    /// <summary>The orders, newest first.</summary>
    public required IReadOnlyList<OrderRow> Orders { get; init; }
}

/// <summary>An order of the paper account.</summary>
/// <param name="OrderId">Its id.</param>
/// <param name="Kind">Open or close.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction of the order itself: the close of a long position is a sell.</param>
/// <param name="OrderType">How it fills.</param>
/// <param name="Lots">Volume.</param>
/// <param name="Price">Price it waits for; of a filled order the one it was filled at; null for a market order that waits for the next bar.</param>
/// <param name="StopLoss">Stop level.</param>
/// <param name="TakeProfit">Target level.</param>
/// <param name="Status">How it stands.</param>
/// <param name="CreatedAt">Market time of the proposal.</param>
public sealed record OrderRow(
    string OrderId,
    OrderKind Kind,
    string Symbol,
    OrderSide Side,
    OrderType OrderType,
    decimal Lots,
    decimal? Price,
    decimal? StopLoss,
    decimal? TakeProfit,
    PaperOrderStatus Status,
    DateTime CreatedAt);
