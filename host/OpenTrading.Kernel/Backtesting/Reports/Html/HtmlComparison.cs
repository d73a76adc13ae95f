using System.Text;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Comparison;
using OpenTrading.Kernel.Backtesting.Reports.Html.Figures;
using OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>Writes runs side by side as one page that needs nothing else.</summary>
public static class HtmlComparison
{
    private static readonly PageTemplate Head = PageTemplate.Named("compared.html");

    /// <summary>Writes the page, UTF-8 without byte order mark.</summary>
    public static void Write(ComparedRuns compared, Stream stream)
    {
        (string Id, string Title, Markup Code)[] sections =
        [
            ("curves", "Curves", Frame.Section("curves", "Curves", [ComparedCurves.Render(compared)])),
            ("differences", "Differences", Frame.Section("differences", "What differs", [Settings(compared)])),
            ("metrics", "Metrics", Frame.Section("metrics", "Metrics", [Metrics(compared)])),
        ];
        Markup head = Head.Fill(
            ("title", Markup.Text($"{compared.Runs.Count} runs side by side")),
            ("line", Markup.Text(string.Join(" · ", compared.Runs.Select(r => r.Name)))),
            ("note", SameFills(compared)));
        Markup page = Page.Of(
            "Comparison of backtests",
            sections.Select(s => (s.Id, s.Title)),
            Markup.Join([head, .. sections.Select(s => s.Code)]),
            Markup.Text("OpenTrading · the same reports give the same page"));
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        writer.Write(page.Code);
    }

    private static Markup SameFills(ComparedRuns compared)
    {
        IEnumerable<string> groups = compared.Runs.GroupBy(r => r.OrderListHash, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => $"{string.Join(" and ", g.Select(r => r.Name))} have the same fills; they differ in costs alone.");
        return Markup.Text(string.Join(" ", groups));
    }

    private static Markup Metrics(ComparedRuns compared)
    {
        var table = new HtmlTable([new TableColumn("", true), .. compared.Runs.Select(r => new TableColumn(r.Name))]) { Style = "side" };
        foreach (MetricGroup group in MetricCatalog.Groups)
        {
            table.Heading(group.Title);
            foreach (Metric metric in group.Metrics)
            {
                IReadOnlyList<ComparedRun> best = compared.Best(metric);
                table.Row().Cell(metric.Label, "wrap slim");
                foreach (ComparedRun run in compared.Runs)
                {
                    table.Cell(Shown.Metric(metric.Unit, run.Metrics[metric.Key]), best.Contains(run) ? "best" : "");
                }
            }
        }

        return Frame.Card("compared-metrics", "The best value of each line is marked", table.Render(), "wide");
    }

    private static Markup Settings(ComparedRuns compared)
    {
        IReadOnlyList<(string Name, IReadOnlyList<string?> Values)> differences = compared.Differences();
        if (differences.Count == 0)
        {
            return Frame.Card("compared-settings", "Settings", new Markup("<p class=quiet>The runs have the same settings.</p>"), "wide");
        }

        var table = new HtmlTable([new TableColumn("Setting", true), .. compared.Runs.Select(r => new TableColumn(r.Name))]) { Style = "side" };
        foreach ((string name, IReadOnlyList<string?> values) in differences)
        {
            table.Row().Cell(name, "wrap slim");
            foreach (string? value in values)
            {
                table.Cell(value ?? "–", "wrap slim");
            }
        }

        return Frame.Card("compared-settings", "Settings", table.Render(), "wide");
    }
}
