namespace OpenTrading.Simulation.Orders;

/// <summary>Why the engine dropped an order.</summary>
public enum RejectionReason
{
    /// <summary>The size is below the instrument's minimum or above its maximum.</summary>
    Volume,
    /// <summary>The margin needed exceeds what is free.</summary>
    Margin,
    /// <summary>The position to close no longer exists.</summary>
    PositionGone,
    /// <summary>No rate into the account currency is known yet.</summary>
    ConversionRate,
}
