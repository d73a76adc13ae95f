namespace OpenTrading.Sdk.Indicators;

/// <summary>What an indicator measures.</summary>
public enum IndicatorKind
{
    /// <summary>A smoothed price.</summary>
    Average,

    /// <summary>Speed of the price, usually bounded or around zero.</summary>
    Momentum,

    /// <summary>Direction and strength of a trend.</summary>
    Trend,

    /// <summary>Width of the price's movement.</summary>
    Volatility,

    /// <summary>Flow of volume.</summary>
    Volume,

    /// <summary>Price levels of a calendar window.</summary>
    Structure,

    /// <summary>A statistic of the latest values, or of two series.</summary>
    Statistic,
}
