namespace OpenTrading.Sdk.Indicators;

/// <summary>How a turning point stands to the one before it on the same side. As an output it is this number.</summary>
public enum PivotTrend
{
    /// <summary>A higher high.</summary>
    HigherHigh = 0,

    /// <summary>A lower high.</summary>
    LowerHigh = 1,

    /// <summary>A higher low.</summary>
    HigherLow = 2,

    /// <summary>A lower low.</summary>
    LowerLow = 3,
}
