namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>How finely a report tells the equity.</summary>
public enum EquityDetail
{
    /// <summary>At the close of each trading day's last bar.</summary>
    Daily,
    /// <summary>At the close of every bar.</summary>
    Bars,
}
