using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>What levels 2 and 3 do besides forbidding entries: ordinary closing orders of the host, through gate and journal like any other.</summary>
internal static class KillEffects
{
    /// <summary>Proposes them.</summary>
    /// <param name="level">Level in force.</param>
    /// <param name="desk">The account.</param>
    /// <param name="now">Stamps the keys.</param>
    /// <returns>Orders that went out.</returns>
    public static (int Cancelled, int Closing) Take(int level, TradingDesk desk, DateTimeOffset now)
    {
        BrokerSnapshot snapshot = desk.Broker.Snapshot();
        string run = Ulid.New("kill.", now);
        int cancelled = level < 2 ? 0 : snapshot.Orders.Where(o => !IsUnderWay(desk, OrderKind.Cancel, o.Ticket)).Count(o => WentOut(desk, Cancel(o, $"{run}.o{o.Ticket}")));

        // The largest loss at its stop first; without a stop it is the largest of all.
        int closing = level < 3 ? 0 : snapshot.Positions
            .Where(p => !IsUnderWay(desk, OrderKind.Close, p.Ticket))
            .OrderByDescending(p => p.StopLoss is { } stop ? Math.Abs(p.EntryPrice - stop) * p.Volume : decimal.MaxValue)
            .Count(p => WentOut(desk, Close(p, $"{run}.p{p.Ticket}")));
        return (cancelled, closing);
    }

    /// <summary>Whether all that a level closes is closed, or its close is under way.</summary>
    public static bool IsUnderWay(int level, TradingDesk desk)
    {
        BrokerSnapshot snapshot = desk.Broker.Snapshot();
        return (level < 2 || snapshot.Orders.All(o => IsUnderWay(desk, OrderKind.Cancel, o.Ticket)))
            && (level < 3 || snapshot.Positions.All(p => IsUnderWay(desk, OrderKind.Close, p.Ticket)));
    }

    // One in flight a ticket.
    private static bool IsUnderWay(TradingDesk desk, OrderKind kind, long ticket) => desk.Ledger.AtBroker.Any(o => o.Intent.Kind == kind && o.Intent.Target == ticket);

    private static bool WentOut(TradingDesk desk, OrderIntent intent) => desk.Orders.Submit(intent).WasSubmitted;

    private static OrderIntent Cancel(WorkingOrder order, string key) => Order(OrderKind.Cancel, order.Symbol, order.Side, order.Volume, order.Ticket, order.Price, key);

    private static OrderIntent Close(Position position, string key) => Order(
        OrderKind.Close, position.Symbol, position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy, position.Volume, position.Ticket, position.EntryPrice, key);

    private static OrderIntent Order(OrderKind kind, string symbol, OrderSide side, decimal volume, long target, decimal price, string key) => new()
    {
        Kind = kind,
        Symbol = symbol,
        Side = side,
        Volume = volume,
        Target = target,
        ReferencePrice = price,
        Deviation = 100,
        Proposer = "host",
        Reason = "kill switch",
        IdempotencyKey = key,
    };
}
