namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>The data that were read, and the fingerprint of what came out.</summary>
internal sealed class InputTable : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        var table = new HtmlTable(new TableColumn("File", true), new TableColumn("Rows"), new TableColumn("First to last, UTC", true), new TableColumn("SHA-256", true));
        foreach (ReportedInput input in report.Inputs)
        {
            table.Row().Cell(input.Name, "wrap").Cell(Shown.Whole(input.Rows)).Cell($"{Shown.Time(input.First)} to {Shown.Time(input.Last)}").Cell(Code(input.Sha256), "wrap");
        }

        Markup hash = new($"<p class=hash>Order list {Code(report.OrderListHash)}</p>");
        return Frame.Card("data", "Data and fingerprint", Markup.Join([table.Render(), hash]), "wide");
    }

    private static Markup Code(string text) => new($"<code>{Markup.Text(text)}</code>");
}
