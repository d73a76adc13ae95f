namespace OpenTrading.Kernel.Live.Operating;

/// <summary>Which approvals are listed.</summary>
public enum ApprovalStatus
{
    /// <summary>Requests that wait for a human.</summary>
    Pending,

    /// <summary>Grants that are good and were not used.</summary>
    Active,

    /// <summary>Grants whose order was sent.</summary>
    Used,

    /// <summary>Requests that a human denied.</summary>
    Rejected,

    /// <summary>Requests and grants whose time is over.</summary>
    Expired,

    /// <summary>Requests and grants that were taken back, or ended with a session or the kill switch.</summary>
    Revoked,
}
