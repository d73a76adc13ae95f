namespace OpenTrading.Analysis.Charts;

/// <summary>Whose trades are drawn.</summary>
public enum ChartTrades
{
    /// <summary>Nobody's.</summary>
    None,

    /// <summary>Those of the paper account.</summary>
    Paper,

    /// <summary>Those of the live account.</summary>
    Live,

    /// <summary>Those of a backtest.</summary>
    Backtest,
}
