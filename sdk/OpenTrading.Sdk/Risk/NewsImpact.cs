namespace OpenTrading.Sdk.Risk;

/// <summary>How much a release is expected to move its currency.</summary>
public enum NewsImpact
{
    /// <summary>Little.</summary>
    Low,
    /// <summary>Some.</summary>
    Medium,
    /// <summary>Much.</summary>
    High,
}
