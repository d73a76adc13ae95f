namespace OpenTrading.Kernel.Backtesting.Charts;

/// <summary>What a chart of a run shows.</summary>
public enum RunChartKind
{
    /// <summary>Equity by day.</summary>
    Equity,

    /// <summary>Fall below the highest equity so far by day, percent.</summary>
    Drawdown,

    /// <summary>Returns by calendar month as a heat map, percent.</summary>
    Monthly,

    /// <summary>How many trades brought how much.</summary>
    Distribution,
}
