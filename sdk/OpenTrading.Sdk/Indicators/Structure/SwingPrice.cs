namespace OpenTrading.Sdk.Indicators;

/// <summary>Which prices of a bar can be a turning point.</summary>
public enum SwingPrice
{
    /// <summary>The high for an upper turning point, the low for a lower one.</summary>
    HighLow,

    /// <summary>The close for both.</summary>
    Close,
}
