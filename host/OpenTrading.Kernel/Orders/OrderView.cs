using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>An order as callers see it.</summary>
/// <param name="Kind">Open, modify, close or cancel.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction of the order itself.</param>
/// <param name="Lots">Volume.</param>
/// <param name="OrderType">How it fills.</param>
/// <param name="Price">Limit or stop price.</param>
/// <param name="StopLoss">Stop level.</param>
/// <param name="TakeProfit">Target level.</param>
/// <param name="Proposer">Who asked for it.</param>
/// <param name="Confidence">Confidence behind it, 0 to 1.</param>
/// <param name="Reason">Why, in the words of who asked.</param>
public sealed record OrderView(
    OrderKind Kind,
    string Symbol,
    OrderSide Side,
    decimal Lots,
    OrderType OrderType,
    decimal? Price,
    decimal? StopLoss,
    decimal? TakeProfit,
    string Proposer,
    double? Confidence,
    string? Reason)
{
    /// <summary>The view of an order.</summary>
    public static OrderView Of(OrderIntent order) => new(
        order.Kind, order.Symbol, order.Side, order.Volume, order.Type, order.Price, order.StopLoss, order.TakeProfit, order.Proposer, order.Confidence, order.Reason is "" ? null : order.Reason);
}
