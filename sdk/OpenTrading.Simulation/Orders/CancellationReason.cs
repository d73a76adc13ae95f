namespace OpenTrading.Simulation.Orders;

/// <summary>Why a working order ended without a fill.</summary>
public enum CancellationReason
{
    /// <summary>The caller cancelled it.</summary>
    Requested,
    /// <summary>Its expiry was reached.</summary>
    Expired,
    /// <summary>Another order of its group filled.</summary>
    OneCancelsOther,
    /// <summary>A stop-out cancels all pending orders.</summary>
    StopOut,
}
