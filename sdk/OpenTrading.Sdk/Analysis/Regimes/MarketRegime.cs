namespace OpenTrading.Sdk.Analysis.Regimes;

/// <summary>What kind of market it is.</summary>
public enum MarketRegime
{
    /// <summary>A trend upwards.</summary>
    TrendUp,

    /// <summary>A trend downwards.</summary>
    TrendDown,

    /// <summary>No trend.</summary>
    Range,

    /// <summary>Moves wider than usual.</summary>
    Volatile,

    /// <summary>Moves narrower than usual.</summary>
    Quiet,
}
