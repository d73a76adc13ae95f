namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Which of two values of a metric a trader would rather have.</summary>
public enum MetricAim
{
    /// <summary>Neither: it describes.</summary>
    None,
    /// <summary>The higher one.</summary>
    Higher,
    /// <summary>The lower one.</summary>
    Lower,
}
