using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>What a reader sees first: what ran, reasons for doubt, and the eight figures that matter most.</summary>
internal static class ReportHead
{
    private static readonly PageTemplate Template = PageTemplate.Named("head.html");
    private static readonly PageTemplate Tile = PageTemplate.Named("tile.html");
    private static readonly PageTemplate Verdicts = PageTemplate.Named("verdicts.html");

    /// <summary>The head of a report.</summary>
    public static Markup Of(BacktestReport report)
    {
        EquityCurve curve = report.Run.Curve;
        string parameters = string.Join(", ", report.Strategy.Parameters.Select(p => $"{p.Key} {p.Value}"));
        string period = curve.Count == 0 ? "no bars" : $"{Shown.Day(curve.TimeOf(0))} to {Shown.Day(curve.TimeOf(curve.Count - 1))}, {Shown.Whole(curve.Count)} bars";
        string markets = string.Join(", ", report.Markets.Select(m => $"{m.Bars.Instrument.Symbol} {m.Timeframe}"));
        string where = markets.Length > 0 ? markets : string.Join(", ", report.Inputs.Select(i => i.Name));
        return Template.Fill(
            ("over", Markup.Text($"Backtest · {where}")),
            ("name", Markup.Text(report.Strategy.Name)),
            ("line", Markup.Text(string.Join(" · ", new[] { parameters, period, $"{Shown.Money(curve.InitialCash)} {report.Run.Currency}" }.Where(t => t.Length > 0)))),
            ("verdicts", Doubts(report)),
            ("tiles", Markup.Join(Tiles(report))));
    }

    private static Markup Doubts(BacktestReport report)
    {
        IReadOnlyList<string> doubts = ReportVerdicts.Of(report);
        return doubts.Count == 0 ? Markup.None : Verdicts.Fill(("items", Markup.Join(doubts.Select(d => new Markup($"<li>{Markup.Text(d)}</li>")))));
    }

    private static IEnumerable<Markup> Tiles(BacktestReport report)
    {
        RunSummary s = report.Summary;
        string currency = report.Run.Currency;
        yield return Of("Net profit", Shown.SignedMoney(s.Profit.NetProfit), $"{currency}, {Shown.SignedPercent(s.Profit.TotalReturn)} in all", HtmlTable.ToneOf(s.Profit.NetProfit));
        yield return Of("Annual growth", Shown.Percent(s.Profit.Cagr), $"over {Shown.Metric(MetricUnit.Years, s.Profit.Years)} years", HtmlTable.ToneOf(s.Profit.Cagr));
        yield return Of("Deepest drawdown", Shown.Percent(s.Drawdown.MaxDrawdownPct / 100), $"{Shown.Money(s.Drawdown.MaxDrawdown)} {currency}, longest {Shown.Whole(s.Drawdown.LongestDays)} days");
        yield return Of("Sharpe ratio", Shown.Ratio(s.Daily.Sharpe), $"Sortino {Shown.Ratio(s.Daily.Sortino)}, Calmar {Shown.Ratio(s.Calmar)}");
        yield return Of("Closed trades", Shown.Whole(s.Trades.Closed), $"{Shown.Percent(s.Trades.WinRate)} won, {Shown.Whole(report.Run.Fills.Count)} fills");
        yield return Of("Profit factor", Shown.Ratio(s.Trades.ProfitFactor), $"payoff {Shown.Ratio(s.Trades.PayoffRatio)}");
        yield return Of("Expectancy", Shown.Money(s.Trades.Expectancy), $"{currency} a trade" + (s.Risk.Trades > 0 ? $", {Shown.Ratio(s.Risk.AverageR)} R" : ""), HtmlTable.ToneOf(s.Trades.Expectancy));
        yield return Of("Costs", Shown.Money(s.Costs.Total), $"{currency}, {Shown.Percent(s.Activity.Exposure)} of bars in the market");
    }

    private static Markup Of(string label, string value, string under, string style = "") =>
        Tile.Fill(("label", Markup.Text(label)), ("value", Markup.Text(value)), ("under", Markup.Text(under)), ("style", new Markup(style)));
}
