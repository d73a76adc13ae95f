namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>Warnings about the data, and orders that did not fill.</summary>
internal sealed class NoticeTable : IReportPart
{
    private const int MostRows = 200;

    public Markup? Render(BacktestReport report)
    {
        var parts = new List<Markup>();
        if (report.Warnings.Count > 0)
        {
            parts.Add(new Markup($"<ul class=plain>{Markup.Join(report.Warnings.Select(w => new Markup($"<li>{Markup.Text(w.Message)}</li>")))}</ul>"));
        }

        if (report.Rejections.Count > 0)
        {
            var table = new HtmlTable(new TableColumn("Time, UTC", true), new TableColumn("Symbol", true), new TableColumn("Side", true), new TableColumn("Lots"), new TableColumn("Why", true)) { Style = "tall short" };
            foreach (ReportedRejection rejection in report.Rejections.Take(MostRows))
            {
                table.Row().Cell(Shown.Time(rejection.Time)).Cell(rejection.Symbol).Cell(Orders.Names.Of(rejection.Side))
                    .Cell(rejection.Lots.ToString(System.Globalization.CultureInfo.InvariantCulture)).Cell(rejection.Detail.Length > 0 ? $"{rejection.Reason}: {rejection.Detail}" : rejection.Reason);
            }

            string count = report.Rejections.Count > MostRows ? $", the first {MostRows} of them here" : "";
            parts.Add(new Markup($"<p>{Shown.Whole(report.Rejections.Count)} orders did not fill{count}.</p>"));
            parts.Add(table.Render());
        }

        if (parts.Count == 0)
        {
            parts.Add(new Markup("<p class=quiet>None: every order filled or ended as it should, the data have no known flaw.</p>"));
        }

        return Frame.Card("warnings", "Warnings", Markup.Join(parts));
    }
}
