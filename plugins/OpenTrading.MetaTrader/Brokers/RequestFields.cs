using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>An approved order in the words of the wire.</summary>
internal static class RequestFields
{
    /// <summary>Name of the operation.</summary>
    public static string Op(OrderKind kind) => kind switch
    {
        OrderKind.Open => "send",
        OrderKind.Modify => "modify",
        OrderKind.Close => "close",
        _ => "cancel",
    };

    /// <summary>Writes the fields of a request.</summary>
    /// <param name="message">Where to.</param>
    /// <param name="request">The request.</param>
    /// <param name="symbol">Broker's name of its symbol.</param>
    /// <param name="beat">Heartbeat that the decision is based on; the expert refuses the request two later.</param>
    /// <param name="magic">Number that marks this host's orders.</param>
    public static void Write(OutgoingMessage message, BrokerRequest request, string symbol, long beat, int magic)
    {
        OrderIntent order = request.Order;
        message.With("cid", request.ClientOrderId).With("beat", beat);
        switch (order.Kind)
        {
            case OrderKind.Open:
                message.With("symbol", symbol)
                    .With("side", Sides.Name(order.Side))
                    .With("type", Sides.Name(order.Type))
                    .With("volume", order.Volume)
                    .WithOptional("price", order.Price)
                    .WithOptional("sl", order.StopLoss)
                    .WithOptional("tp", order.TakeProfit)
                    .With("deviation", order.Deviation)
                    .With("magic", magic)
                    .With("expiry", Expiry(order));
                break;
            case OrderKind.Close:
                message.With("ticket", order.Target ?? 0).With("volume", order.Volume).With("deviation", order.Deviation);
                break;
            case OrderKind.Modify when order.Price is { } price:
                // Only a pending order has a price to change. What is absent stays at the terminal; what the order lacks shall go.
                message.With("order", order.Target ?? 0).With("price", price).With("sl", order.StopLoss ?? 0).With("tp", order.TakeProfit ?? 0).With("expiry", Expiry(order));
                break;
            case OrderKind.Modify:
                message.With("ticket", order.Target ?? 0).With("sl", order.StopLoss ?? 0).With("tp", order.TakeProfit ?? 0);
                break;
            default:
                message.With("order", order.Target ?? 0);
                break;
        }
    }

    private static long Expiry(OrderIntent order) => order.Expiry is { } at ? UnixTime.Of(at) : 0;
}
