namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>What was assumed, in plain words.</summary>
internal sealed class AssumptionList : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        int ambiguous = report.Run.Trades.Count(t => t.IsAmbiguous);
        IEnumerable<Markup> items = report.Assumptions.Sentences(ambiguous, report.Run.Trades.Count).Select(s => new Markup($"<li>{Markup.Text(s)}</li>"));
        return Frame.Card("assumptions", "What was assumed", new Markup($"<ul class=plain>{Markup.Join(items)}</ul>"));
    }
}
