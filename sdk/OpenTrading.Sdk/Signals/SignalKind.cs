namespace OpenTrading.Sdk.Signals;

/// <summary>Where a recorded signal comes from.</summary>
public enum SignalKind
{
    /// <summary>A strategy, or several that voted.</summary>
    Signal,

    /// <summary>A scan over many markets.</summary>
    Opportunity,
}
