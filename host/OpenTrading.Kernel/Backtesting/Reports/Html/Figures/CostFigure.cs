using System.Globalization;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>From the profit without costs to what was left, step by step.</summary>
internal sealed class CostFigure : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        CostBreakdown costs = report.Summary.Costs;
        double net = report.Summary.Profit.NetProfit;
        double gross = net - costs.Total;
        (string Name, double From, double To)[] steps =
        [
            ("Before costs", 0, gross),
            ("Spread", gross, gross + costs.Spread),
            ("Slippage", gross + costs.Spread, gross + costs.Spread + costs.Slippage),
            ("Commission", gross + costs.Spread + costs.Slippage, net - costs.Swap),
            ("Swap", net - costs.Swap, net),
            ("Net profit", 0, net),
        ];
        double low = Math.Min(0, steps.Min(s => Math.Min(s.From, s.To)));
        double span = Math.Max(1e-9, Math.Max(0, steps.Max(s => Math.Max(s.From, s.To))) - low);
        double trades = Math.Max(1, report.Run.Trades.Count);
        var table = new HtmlTable(new TableColumn("", true), new TableColumn("", true), new TableColumn(report.Run.Currency), new TableColumn("a trade"));
        foreach ((string name, double from, double to) in steps)
        {
            double amount = to - from;
            string bar = string.Create(
                CultureInfo.InvariantCulture,
                $"<span class=track><i class=\"{HtmlTable.ToneOf(amount)}\" style=\"left:{(Math.Min(from, to) - low) / span * 100:0.##}%;width:{Math.Abs(amount) / span * 100:0.##}%\"></i></span>");
            table.Row().Cell(name).Cell(new Markup(bar)).Money(amount).Cell(Shown.Money(amount / trades), "quiet");
        }

        return Frame.Card("costs", "Gross against net", table.Render());
    }
}
