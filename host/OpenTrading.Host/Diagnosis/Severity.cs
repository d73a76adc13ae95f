namespace OpenTrading.Host.Diagnosis;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>As it should be.</summary>
    Ok,
    /// <summary>Works, but something optional is missing.</summary>
    Note,
    /// <summary>Does not work.</summary>
    Fault,
}
