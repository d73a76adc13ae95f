namespace OpenTrading.Sdk.Indicators;

/// <summary>Side of a turning point.</summary>
public enum SwingKind
{
    /// <summary>Upper turning point.</summary>
    High,

    /// <summary>Lower turning point.</summary>
    Low,
}
