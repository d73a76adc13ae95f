namespace OpenTrading.Sdk.Data;

/// <summary>Why a row cannot be imported. The list is closed: a row is sound, or one of these.</summary>
public enum RowFault
{
    /// <summary>Too few fields, or a field that is no number or time.</summary>
    Malformed,
    /// <summary>A local time that a clock change of the given zone skips.</summary>
    SkippedLocalTime,
    /// <summary>A time before that of the row above.</summary>
    OutOfOrder,
    /// <summary>A bar with the time of the bar above.</summary>
    DuplicateTime,
    /// <summary>NaN or infinite.</summary>
    NotFinite,
    /// <summary>A price of zero or below.</summary>
    NotPositive,
    /// <summary>A bar whose high is below its low.</summary>
    HighBelowLow,
    /// <summary>A bar whose open or close lies outside low to high.</summary>
    OutsideRange,
    /// <summary>A tick whose ask is below its bid.</summary>
    AskBelowBid,
    /// <summary>A volume or spread below zero.</summary>
    Negative,
}
