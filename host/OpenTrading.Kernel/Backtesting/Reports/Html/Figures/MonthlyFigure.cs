using System.Globalization;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Return of every month, with the years' totals.</summary>
internal sealed class MonthlyFigure : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        IReadOnlyList<MonthlyReturn> months = MonthlyReturns.Of(report.Summary.Days, report.Run.Curve.InitialCash);
        if (months.Count == 0)
        {
            return null;
        }

        string[] names = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12];
        double strongest = months.Max(m => Math.Abs(m.Return));
        var rows = new List<Markup>();
        IReadOnlyList<(int Year, double Return)> years = MonthlyReturns.Years(months);
        foreach ((int year, double total) in years)
        {
            IEnumerable<Markup> cells = Enumerable.Range(1, 12).Select(month =>
                months.Where(m => m.Year == year && m.Month == month).Select(m => Cell(m.Return, strongest, "")).FirstOrDefault(new Markup("<td></td>")));
            rows.Add(new Markup($"<tr><th scope=row>{year.ToString(CultureInfo.InvariantCulture)}</th>{Markup.Join(cells)}{Cell(total, years.Max(y => Math.Abs(y.Return)), " year")}</tr>"));
        }

        string head = string.Concat(names.Select(n => $"<th scope=col>{n}</th>"));
        return Frame.Figure(
            "months",
            "Monthly returns",
            "Percent of the equity at the end of the month before. The last column compounds the year.",
            new Markup($"<div class=scroll><table class=heat><thead><tr><th></th>{head}<th scope=col class=year>Year</th></tr></thead><tbody>{Markup.Join(rows)}</tbody></table></div>"),
            "wide");
    }

    private static Markup Cell(double value, double strongest, string more)
    {
        double percent = value * 100;
        string text = Math.Abs(percent) < 0.005 ? "0" : percent.ToString(Math.Abs(percent) >= 9.95 ? "0" : Math.Abs(percent) >= 0.995 ? "0.0" : ".00", CultureInfo.InvariantCulture);
        int strength = strongest > 0 ? (int)Math.Round(8 + (47 * Math.Abs(value) / strongest)) : 0;
        string tone = HtmlTable.ToneOf(value) switch { "gain" => "g", "loss" => "l", _ => "" };
        return new Markup(string.Create(
            CultureInfo.InvariantCulture,
            $"<td class=\"{tone}{more}\" style=\"--s:{strength}%\" title=\"{Shown.SignedPercent(value)}\">{text.Replace('-', '\u2212')}</td>"));
    }
}
