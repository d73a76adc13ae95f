namespace OpenTrading.Kernel.Orders;

/// <summary>Where an order is in its life.</summary>
public enum OrderState
{
    /// <summary>Recorded; nothing decided.</summary>
    Proposed,
    /// <summary>The gate's first look passed.</summary>
    PreChecked,
    /// <summary>Waits for a human.</summary>
    AwaitingApproval,
    /// <summary>A human, or the rule that none is needed, approved.</summary>
    Approved,
    /// <summary>The gate's last look passed.</summary>
    FinalChecked,
    /// <summary>On its way to the broker.</summary>
    Submitting,
    /// <summary>The broker has it.</summary>
    Submitted,
    /// <summary>Filled in part.</summary>
    PartiallyFilled,
    /// <summary>Filled whole, or the modification is in force.</summary>
    Filled,
    /// <summary>Cancelled.</summary>
    Cancelled,
    /// <summary>Lapsed.</summary>
    Expired,
    /// <summary>Refused by gate, human or broker.</summary>
    Rejected,
    /// <summary>Sent, result unknown. Never resent.</summary>
    OutcomeUnknown,
    /// <summary>Its result was found in a snapshot of the broker.</summary>
    Reconciled,
}
