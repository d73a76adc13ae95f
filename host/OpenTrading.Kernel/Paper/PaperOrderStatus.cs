using OpenTrading.Kernel.Orders;

namespace OpenTrading.Kernel.Paper;

/// <summary>How an order of the paper account stands.</summary>
public enum PaperOrderStatus
{
    /// <summary>It waits for its price, or for the next bar.</summary>
    Pending,

    /// <summary>It is filled.</summary>
    Filled,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It lapsed.</summary>
    Expired,
}

/// <summary>Where an order's life stands in that.</summary>
internal static class PaperOrderStatuses
{
    /// <summary>The status of an order; null while it is decided upon, and when it was refused.</summary>
    public static PaperOrderStatus? Of(Order order) => order switch
    {
        { State: OrderState.Submitting or OrderState.Submitted or OrderState.PartiallyFilled or OrderState.OutcomeUnknown } => PaperOrderStatus.Pending,
        { Outcome: OrderState.Filled } => PaperOrderStatus.Filled,
        { Outcome: OrderState.Cancelled } => PaperOrderStatus.Cancelled,
        { Outcome: OrderState.Expired } => PaperOrderStatus.Expired,
        _ => null,
    };
}
