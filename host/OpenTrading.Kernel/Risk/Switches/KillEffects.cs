using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
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
    public static (int Cancelled, int Closing) Take(int level, SwitchedAccount desk, DateTimeOffset now)
    {
        BrokerSnapshot snapshot = desk.Broker.Snapshot();
        string run = Ulid.New("kill.", now);
        int cancelled = level < 2 ? 0 : snapshot.Orders.Where(o => !IsUnderWay(desk, OrderKind.Cancel, o.Ticket)).Count(o => WentOut(desk, Cancel(o, $"{run}.o{o.Ticket}")));

        // The largest loss at its stop first; without a stop it is the largest of all.
        int closing = level < 3 ? 0 : snapshot.Positions
            .Where(p => !IsUnderWay(desk, OrderKind.Close, p.Ticket))
            .OrderByDescending(RiskOf)
            .Count(p => WentOut(desk, Close(p, $"{run}.p{p.Ticket}")));
        return (cancelled, closing);
    }

    /// <summary>The same for an operator who does not throw the switch: closes and cancels what a filter says, each once a key.</summary>
    /// <returns>Tickets, their profits before, and the orders that went out or were refused.</returns>
    public static IReadOnlyList<(long Ticket, decimal Profit, Order Order)> Flatten(SwitchedAccount desk, string actor, string why, string key, Func<string, bool> symbols)
    {
        BrokerSnapshot snapshot = desk.Broker.Snapshot();
        string prefix = key[..Math.Min(key.Length, IdempotencyKey.MaxLength - 22)];
        OrderIntent Own(OrderIntent intent) => intent with { Proposer = actor, Reason = why };
        return
        [
            .. snapshot.Orders.Where(o => symbols(o.Symbol) && !IsUnderWay(desk, OrderKind.Cancel, o.Ticket)).Select(o => (o.Ticket, 0m, desk.Orders.Submit(Own(Cancel(o, $"{prefix}:o{o.Ticket}"))))),
            .. snapshot.Positions.Where(p => symbols(p.Symbol) && !IsUnderWay(desk, OrderKind.Close, p.Ticket)).OrderByDescending(RiskOf).Select(p => (p.Ticket, p.Profit, desk.Orders.Submit(Own(Close(p, $"{prefix}:p{p.Ticket}"))))),
        ];
    }

    /// <summary>Whether all that a level closes is closed, or its close is under way.</summary>
    public static bool IsUnderWay(int level, SwitchedAccount desk)
    {
        BrokerSnapshot snapshot = desk.Broker.Snapshot();
        return (level < 2 || snapshot.Orders.All(o => IsUnderWay(desk, OrderKind.Cancel, o.Ticket)))
            && (level < 3 || snapshot.Positions.All(p => IsUnderWay(desk, OrderKind.Close, p.Ticket)));
    }

    private static decimal RiskOf(Position position) => position.StopLoss is { } stop ? Math.Abs(position.EntryPrice - stop) * position.Volume : decimal.MaxValue;

    // One in flight a ticket.
    private static bool IsUnderWay(SwitchedAccount desk, OrderKind kind, long ticket) => desk.Ledger.AtBroker.Any(o => o.Intent.Kind == kind && o.Intent.Target == ticket);

    private static bool WentOut(SwitchedAccount desk, OrderIntent intent) => desk.Orders.Submit(intent).WasSubmitted;

    private static OrderIntent Cancel(WorkingOrder order, string key) => Order(OrderKind.Cancel, order.Symbol, order.Side, order.Volume, order.Ticket, order.Price, key);

    /// <summary>The host's close of a position.</summary>
    public static OrderIntent Close(Position position, string key) => Order(
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
