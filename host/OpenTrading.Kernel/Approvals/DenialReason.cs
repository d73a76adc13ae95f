namespace OpenTrading.Kernel.Approvals;

/// <summary>Why an operator denies a request.</summary>
public enum DenialReason
{
    /// <summary>The price is not worth it.</summary>
    BadPrice,

    /// <summary>It risks too much.</summary>
    TooRisky,

    /// <summary>There is no thesis behind it, or none that holds.</summary>
    NoThesis,

    /// <summary>News are due, or out.</summary>
    News,

    /// <summary>It is there already.</summary>
    Duplicate,

    /// <summary>As the note says.</summary>
    Other,
}
