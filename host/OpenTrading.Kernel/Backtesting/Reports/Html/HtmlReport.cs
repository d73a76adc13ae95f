using System.Text;
using OpenTrading.Kernel.Backtesting.Reports.Html.Figures;
using OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>
/// Writes a report as one page that needs nothing else: no network, no script to be read. Where scripts run, charts answer to the pointer and tables sort.
/// </summary>
public static class HtmlReport
{
    private static readonly (string Id, string Title, IReportPart[] Parts)[] Sections =
    [
        ("result", "Result", [new EquityFigure(), new EvidenceTable(), new Stack(new CostFigure(), new AssumptionList()), new MonthlyFigure()]),
        ("prices", "Prices and trades", [new PriceFigure(), new ExcursionFigure(), new TradeTable()]),
        ("days", "Risk over time", [new RollingSharpeFigure(), new ReturnHistogramFigure(), new ExposureFigure(), new WeekdayHourFigure()]),
        ("robustness", "Robustness",
            [new ParameterFigure(), new Stack(new OverfittingFigure(), new SharpeTable()), new WalkForwardFigure(), new MonteCarloFigure(), new CostStressTable()]),
        ("all", "Metrics", [new MetricTable()]),
        ("run", "How it was run", [new SettingTable(), new NoticeTable(), new InputTable()]),
    ];

    /// <summary>Writes the page, UTF-8 without byte order mark.</summary>
    public static void Write(BacktestReport report, Stream stream)
    {
        (string Id, string Title, Markup Code)[] sections =
        [
            .. Sections
                .Select(s => (s.Id, s.Title, Code: Frame.Section(s.Id, s.Title, [.. s.Parts.Select(p => p.Render(report)).OfType<Markup>()])))
                .Where(s => s.Code.Code.Length > 0),
        ];
        Markup page = Page.Of(
            $"{report.Strategy.Name} · backtest",
            sections.Select(s => (s.Id, s.Title)),
            Markup.Join([ReportHead.Of(report), .. sections.Select(s => s.Code)]),
            Footer(report));
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        writer.Write(page.Code);
    }

    private static Markup Footer(BacktestReport report) => Markup.Text(
        $"OpenTrading {report.EngineVersion} · the same input and settings give the same page · order list {report.OrderListHash}");
}
