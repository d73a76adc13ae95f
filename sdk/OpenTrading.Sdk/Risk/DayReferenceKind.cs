namespace OpenTrading.Sdk.Risk;

/// <summary>Which money at the daily reset the loss of the day is measured from.</summary>
public enum DayReferenceKind
{
    /// <summary>The larger of balance and own equity.</summary>
    Max,
    /// <summary>The balance.</summary>
    Balance,
    /// <summary>Own equity, floating profit included.</summary>
    Equity,
}
