using OpenTrading.Kernel.Backtesting.Robustness.CostStress;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>The run at other costs.</summary>
internal sealed class CostStressTable : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        if (report.Robustness?.CostStress is not { Count: > 0 } rows)
        {
            return null;
        }

        var table = new HtmlTable(
            new TableColumn("Costs", true), new TableColumn("Net profit"), new TableColumn("Drawdown"), new TableColumn("Sharpe"), new TableColumn("Profit factor"));
        foreach (CostStressRow row in rows)
        {
            table.Row().Cell(row.Scenario.Name, "wrap").Money(row.NetProfit).Cell(Shown.Percent(row.MaxDrawdownPct / 100)).Cell(Shown.Ratio(row.Sharpe)).Cell(Shown.Ratio(row.ProfitFactor));
        }

        return Frame.Card("cost-stress", "At other costs", table.Render(), "wide");
    }
}
