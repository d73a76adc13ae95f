using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>Every metric, in its groups.</summary>
internal sealed class MetricTable : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        IEnumerable<Markup> groups = MetricCatalog.Groups.Select(group =>
        {
            IEnumerable<Markup> rows = group.Metrics.Select(metric => Row(metric, report.Summary));
            return new Markup($"<div><h4>{Markup.Text(group.Title)}</h4><table>{Markup.Join(rows)}</table></div>");
        });
        return Frame.Card("metrics", "All metrics", new Markup($"<div class=metrics>{Markup.Join(groups)}</div>"), "wide");
    }

    private static Markup Row(Metric metric, RunSummary summary)
    {
        double value = metric.Of(summary);
        string tone = metric.Unit == MetricUnit.Money && value < 0 ? "loss" : "";
        return new Markup($"<tr title=\"{Markup.Text(metric.Meaning)}\"><td>{Markup.Text(metric.Label)}</td><td class=\"{tone}\">{Markup.Text(Shown.Metric(metric.Unit, value))}</td></tr>");
    }
}
