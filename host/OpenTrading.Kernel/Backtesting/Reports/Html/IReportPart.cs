namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>A figure or table of a report.</summary>
internal interface IReportPart
{
    /// <summary>Its markup; null where the run has nothing to show in it.</summary>
    Markup? Render(BacktestReport report);
}
