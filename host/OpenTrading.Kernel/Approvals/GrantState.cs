namespace OpenTrading.Kernel.Approvals;

/// <summary>How a grant stands.</summary>
public enum GrantState
{
    /// <summary>Good until its time is over.</summary>
    Active,

    /// <summary>Its order was sent.</summary>
    Used,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Taken back, or void with its session, the kill switch or a restart.</summary>
    Revoked,
}
