using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>Says what an order does to risk. When in doubt, it raises it.</summary>
public static class OrderClassifier
{
    /// <summary>Class of <paramref name="order"/> on an account in the state of <paramref name="broker"/>.</summary>
    public static OrderClass Classify(OrderIntent order, BrokerSnapshot broker) => order.Kind switch
    {
        OrderKind.Cancel => OrderClass.Close,
        OrderKind.Close => Closing(order, broker),
        OrderKind.Modify => Changing(order, broker),
        _ => Opening(order, broker),
    };

    private static OrderClass Closing(OrderIntent order, BrokerSnapshot broker) =>
        Find(broker, order.Target) is { } position && order.Volume < position.Volume ? OrderClass.Reduce : OrderClass.Close;

    private static OrderClass Opening(OrderIntent order, BrokerSnapshot broker)
    {
        if (order.Type != OrderType.Market || broker.Account.Mode == AccountMode.Hedging)
        {
            return OrderClass.Entry;
        }

        Position? net = broker.Positions.FirstOrDefault(p => p.Symbol == order.Symbol);
        return net is not null && net.Side != order.Side && order.Volume <= net.Volume ? OrderClass.Reduce : OrderClass.Entry;
    }

    private static OrderClass Changing(OrderIntent order, BrokerSnapshot broker)
    {
        // With a price it is a pending order that is changed, whatever position has the same number.
        if (order.Price is not null || Find(broker, order.Target) is not { } position)
        {
            return OrderClass.Raise;
        }

        bool widened = position.StopLoss is { } old
            && (order.StopLoss is not { } stop || (position.Side == OrderSide.Buy ? stop < old : stop > old));
        return widened ? OrderClass.Raise : OrderClass.Tighten;
    }

    private static Position? Find(BrokerSnapshot broker, long? ticket) => broker.Positions.FirstOrDefault(p => p.Ticket == ticket);
}
