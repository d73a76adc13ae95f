namespace OpenTrading.Host.Diagnosis.Health;

/// <summary>How a host, or a part of it, is.</summary>
internal enum HealthStatus
{
    /// <summary>Well.</summary>
    Ok,

    /// <summary>At work, with something amiss.</summary>
    Degraded,

    /// <summary>Not at work.</summary>
    Down,
}
