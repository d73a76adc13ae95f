namespace OpenTrading.Kernel.Isolation;

/// <summary>How a call of foreign code ended.</summary>
public enum CallOutcome
{
    /// <summary>It returned in time.</summary>
    Returned,

    /// <summary>It threw in time.</summary>
    Threw,

    /// <summary>It came back, but only after the limit. Its thread is kept.</summary>
    Late,

    /// <summary>It did not come back. Its thread is given up for good; only a restart ends it for certain.</summary>
    Abandoned,
}
