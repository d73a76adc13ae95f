namespace OpenTrading.Kernel.Signals;

/// <summary>How the votes of an ensemble are counted.</summary>
public enum EnsembleMethod
{
    /// <summary>The action with the most votes.</summary>
    Vote,

    /// <summary>Votes weigh by confidence.</summary>
    Weighted,

    /// <summary>All must agree.</summary>
    Unanimous,
}
