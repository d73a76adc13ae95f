using static OpenTrading.Kernel.Orders.OrderState;

namespace OpenTrading.Kernel.Orders;

/// <summary>The permitted steps of an order's life. Anything else is a bug that must stop trading, not a state to live with.</summary>
public static class OrderLifecycle
{
    private static readonly Dictionary<OrderState, OrderState[]> Steps = new()
    {
        [Proposed] = [PreChecked, Rejected, Expired, Cancelled],
        [PreChecked] = [AwaitingApproval, Approved, Expired, Cancelled],
        [AwaitingApproval] = [Approved, Rejected, Expired, Cancelled],
        [Approved] = [FinalChecked, Rejected, Expired, Cancelled],
        [FinalChecked] = [Submitting, Expired, Cancelled],
        [Submitting] = [Submitted, PartiallyFilled, Filled, Rejected, OutcomeUnknown],
        [Submitted] = [PartiallyFilled, Filled, Cancelled, Expired],
        [PartiallyFilled] = [PartiallyFilled, Filled, Cancelled, Expired],
        [OutcomeUnknown] = [Submitted, PartiallyFilled, Filled, Cancelled, Expired, Rejected],
        [Filled] = [Reconciled],
        [Cancelled] = [Reconciled],
        [Expired] = [Reconciled],
        [Rejected] = [Reconciled],
        [Reconciled] = [],
    };

    /// <summary>Whether an order may go from <paramref name="from"/> to <paramref name="to"/>.</summary>
    /// <param name="from">State now.</param>
    /// <param name="to">State wanted.</param>
    /// <param name="wasSubmitted">Whether it ever left the host; what ended before that has nothing to reconcile.</param>
    public static bool Allows(OrderState from, OrderState to, bool wasSubmitted) =>
        Array.IndexOf(Steps[from], to) >= 0 && (to != Reconciled || wasSubmitted);

    /// <summary>Whether the broker may still act on the order.</summary>
    public static bool IsAtBroker(this OrderState state) =>
        state is Submitting or Submitted or PartiallyFilled or OutcomeUnknown;
}
