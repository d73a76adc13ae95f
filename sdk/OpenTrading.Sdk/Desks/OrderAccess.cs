namespace OpenTrading.Sdk.Desks;

/// <summary>What orders of callers may do in a host.</summary>
public enum OrderAccess
{
    /// <summary>AI clients only read; other callers may trade on paper.</summary>
    Reading,
    /// <summary>Orders go to the paper account.</summary>
    Paper,
    /// <summary>Orders would be live ones, but no live order is enabled.</summary>
    LiveDisabled,
    /// <summary>Orders become requests that a human approves.</summary>
    Live,
}
