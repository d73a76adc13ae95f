using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper.Ordering;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Cycles;

/// <summary>What comes of a round as it goes on.</summary>
/// <param name="orders">How calls become orders.</param>
/// <param name="decisions">What the gate said.</param>
/// <param name="dryRun">Whether the gate is only asked.</param>
internal sealed class CycleRound(PaperOrders orders, RiskDecisions decisions, bool dryRun)
{
    private readonly List<(OrderIntent Intent, Order? Order, RiskDecision? Decision, string? PositionId)> _passed = [];

    /// <summary>What the strategy said.</summary>
    public List<CycleSignal> Signals { get; } = [];

    /// <summary>What was refused.</summary>
    public List<CycleRefusal> Rejected { get; } = [];

    /// <summary>Orders that were sent and may be filled by the next bar.</summary>
    public IReadOnlyCollection<Order> Waiting => [.. _passed.Select(p => p.Order).OfType<Order>().Where(o => o.Intent.Type == OrderType.Market)];

    /// <summary>Entries.</summary>
    public IReadOnlyList<CycleOrder> Placed => Rows(OrderKind.Open);

    /// <summary>Closes.</summary>
    public IReadOnlyList<CycleOrder> Closed => Rows(OrderKind.Close);

    /// <summary>Takes an order as far as it may go. On the account's turn.</summary>
    public void Take(TradingDesk desk, OrderIntent intent)
    {
        string? position = intent is { Kind: OrderKind.Close, Target: { } ticket } && desk.Broker.Positions.FirstOrDefault(p => p.Ticket == ticket) is { } open ? PaperIds.Of(open) : null;
        if (dryRun)
        {
            GateLook look = desk.Orders.Check(intent);
            Sort(intent with { Volume = look.Verdict.Passed ? look.Context.Order.Volume : intent.Volume }, null, decisions.Keep(look), look.Verdict.Violations, position);
            return;
        }

        Order order = desk.Orders.Submit(intent);
        Sort(order.Intent, order, orders.DecisionOn(order), order.Violations, position);
    }

    private void Sort(OrderIntent intent, Order? order, RiskDecision? decision, IReadOnlyList<Violation> violations, string? position)
    {
        string? refused = violations.Count > 0 ? string.Join("; ", violations.Select(v => v.Message))
            : order is { Outcome: OrderState.Rejected } ? $"the paper broker refused it: {order.Why}"
            : order is { WasSubmitted: false, Outcome: OrderState.Cancelled or OrderState.Expired } ? "it ended before it was sent"
            : null;
        if (refused is not null)
        {
            Rejected.Add(new CycleRefusal(intent.Symbol, decision?.Id, [.. violations.Select(v => v.Rule)], refused));
            return;
        }

        _passed.Add((intent, order, decision, position));
    }

    private CycleOrder[] Rows(OrderKind kind) =>
    [
        .. _passed.Where(p => p.Intent.Kind == kind).Select(p => new CycleOrder(
            p.Intent.Symbol,
            p.Intent.Side,
            p.Intent.Volume,
            p.Intent.Type,
            p.Order?.FillPrice ?? p.Intent.Price ?? p.Intent.ReferencePrice,
            p.Intent.StopLoss,
            p.Intent.TakeProfit,
            p.Order is { } order ? PaperIds.Of(order) : null,
            p.Order is { } sent ? PaperOrderStatuses.Of(sent) ?? PaperOrderStatus.Pending : null,
            p.Decision?.Id,
            p.PositionId)),
    ];
}
