namespace OpenTrading.Sdk.Indicators;

/// <summary>Where a <see cref="Vwap"/> begins.</summary>
public enum VwapAnchor
{
    /// <summary>At the first bar, or the first after a reset.</summary>
    Series,

    /// <summary>With each UTC day.</summary>
    Day,

    /// <summary>With each week, on Sunday.</summary>
    Week,

    /// <summary>With each calendar month.</summary>
    Month,
}
