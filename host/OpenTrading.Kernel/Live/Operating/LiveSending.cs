using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper.Ordering;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>How approved requests leave: the last look on fresh prices, then the router, then a short wait for what the broker says.</summary>
/// <param name="decisions">What the gates said.</param>
/// <param name="patience">How long a call waits for the broker. Shorter than a call may take.</param>
/// <param name="wall">The wall clock.</param>
public sealed class LiveSending(RiskDecisions decisions, TimeSpan patience, TimeProvider wall)
{
    private const string DualRule = "dual_approval_over";

    /// <summary>How many operators an order needs, by the rule on large ones.</summary>
    public static int OperatorsNeeded(LiveDesk desk, Order order, ApprovalState state)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(state);
        desk.RequireConnected();
        ApprovalState alone = state with { Operators = [state.Operators[0]] };
        GateLook look = desk.Orders!.Look(order, alone);
        return look.Verdict.Violations.Any(v => v.Rule == DualRule) ? 2 : 1;
    }

    /// <summary>Takes an approved order to the broker. To be asked within the account's turn.</summary>
    /// <exception cref="CapabilityException">NOT_CONNECTED: it stays approved until its time is over.</exception>
    public static void Release(LiveDesk desk, Order order)
    {
        ArgumentNullException.ThrowIfNull(desk);
        desk.RequireConnected();
        desk.Orders!.Release(order);
    }

    /// <summary>Waits a little for what the broker makes of orders.</summary>
    public Task SettleAsync(LiveDesk desk, IReadOnlyCollection<Order> orders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return OrderWait.ForAsync(desk.Router!, desk.Turn, () => orders.All(IsDone), patience, wall, cancellationToken);
    }

    /// <summary>Refuses a call whose order did not get to the broker, or came to nothing there.</summary>
    /// <exception cref="CapabilityException">With the reason.</exception>
    public void RequireTaken(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Violations.Count > 0)
        {
            CapabilityException refusal = OrderRefusals.Of(order.Violations, DecisionOn(order));
            throw order.Violations.All(v => v.Rule is "approval_price_drift" or "approval_present_bound")
                ? new CapabilityException(ErrorCode.ApprovalExpired, refusal.Message, refusal.Remedy, refusal.Details)
                : refusal;
        }

        var request = new ErrorDetail(["requestId"], order.Id);
        switch (order)
        {
            case { Outcome: OrderState.OutcomeUnknown }:
                throw new CapabilityException(
                    ErrorCode.OutcomeUnknown, $"Request {order.Id} was sent, and nobody knows yet what became of it: {order.Why}", "It is never sent again. Ask get_execution_status, or reconcile_live.", [request]);
            case { Outcome: OrderState.Rejected, WasSubmitted: false }:
                throw new CapabilityException(ErrorCode.ApprovalRequired, $"Request {order.Id} was denied: {order.Why}", "Propose another order.", [request]);
            case { Outcome: OrderState.Rejected }:
                throw new CapabilityException(ErrorCode.BrokerRejected, $"The broker refused it: {order.Why}", "Change the order and request it anew.", [new ErrorDetail(["broker"], order.Why)]);
            case { WasSubmitted: false, Outcome: OrderState.Cancelled }:
                throw new CapabilityException(ErrorCode.KillSwitchActive, "The kill switch was thrown before it was sent", "An operator re-arms it; then request it anew.");
            case { WasSubmitted: false, Outcome: OrderState.Expired }:
                throw new CapabilityException(ErrorCode.ApprovalExpired, "The approval ran out before it was sent", "Request it anew, and approve that.", [request]);
            default:
                break;
        }
    }

    /// <summary>What the gate said of an order; null when that is too long ago.</summary>
    public RiskDecision? DecisionOn(Order order) => decisions.Of(order);

    // A pending order works and will for long; everything else is told within moments.
    private static bool IsDone(Order order) => order.State is not (OrderState.Submitting or OrderState.Submitted or OrderState.PartiallyFilled)
        || (order.State == OrderState.Submitted && order.Intent is { Kind: OrderKind.Open, Type: not OrderType.Market });
}
