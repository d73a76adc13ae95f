namespace OpenTrading.Integration.Tests.Faults;

/// <summary>What is being done when a host dies.</summary>
internal enum Deed
{
    /// <summary>A client asks for an order.</summary>
    Request,
    /// <summary>An operator approves one.</summary>
    Approve,
    /// <summary>An operator throws the kill switch over an open position.</summary>
    Flatten,
    /// <summary>An operator lets go of it.</summary>
    Rearm,
}
