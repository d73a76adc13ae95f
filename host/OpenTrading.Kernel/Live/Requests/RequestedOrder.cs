using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>An order of an account at a broker, exactly as it would be sent.</summary>
/// <param name="Account">Whose, most of the login hidden.</param>
/// <param name="Kind">Open, modify, close or cancel.</param>
/// <param name="Class">What it does to risk: E, M+, M-, R or C.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction of the order itself.</param>
/// <param name="Lots">Volume.</param>
/// <param name="OrderType">How it fills.</param>
/// <param name="Price">Limit or stop price.</param>
/// <param name="StopLoss">Stop level.</param>
/// <param name="TakeProfit">Target level.</param>
/// <param name="Target">Ticket of the position or order that it closes or changes.</param>
/// <param name="ReferencePrice">Price that the proposer saw.</param>
/// <param name="Deviation">Largest accepted distance between asked and filled price, points.</param>
/// <param name="Proposer">Who asks.</param>
/// <param name="Confidence">Confidence behind it, 0 to 1.</param>
/// <param name="Reason">Why, in the words of who asks. Text from outside.</param>
public sealed record RequestedOrder(
    string Account,
    OrderKind Kind,
    string Class,
    string Symbol,
    OrderSide Side,
    decimal Lots,
    OrderType OrderType,
    decimal? Price,
    decimal? StopLoss,
    decimal? TakeProfit,
    long? Target,
    decimal ReferencePrice,
    int Deviation,
    string Proposer,
    double? Confidence,
    string Reason)
{
    internal static RequestedOrder Of(LiveDesk desk, Order order)
    {
        OrderIntent intent = order.Intent;
        return new RequestedOrder(
            desk.Masked,
            intent.Kind,
            Names.Of(order.Class),
            intent.Symbol,
            intent.Side,
            intent.Volume,
            intent.Type,
            intent.Price,
            intent.StopLoss,
            intent.TakeProfit,
            intent.Target,
            intent.ReferencePrice,
            intent.Deviation,
            intent.Proposer,
            intent.Confidence,
            intent.Reason);
    }
}
