using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>Which tests the result was put to, and what they say; tests that were not made are named too.</summary>
internal sealed class EvidenceTable : IReportPart
{
    private const string Good = "gain";
    private const string Bad = "loss";
    private const string Missing = "quiet";

    public Markup? Render(BacktestReport report)
    {
        var table = new HtmlTable(new TableColumn("Test", true), new TableColumn("Result"), new TableColumn("", true));
        RobustnessResults done = report.Robustness ?? new RobustnessResults();
        int trades = report.Summary.Trades.Closed;
        Row(table, "Enough trades", $"At least {ReportVerdicts.FewTrades} closed trades.", Shown.Whole(trades), trades >= ReportVerdicts.FewTrades);
        Row(table, "Look-ahead", "Nothing before a cut depends on what comes after it.", done.LookAhead is null ? null : $"{done.LookAhead.Cuts.Count} cuts", done.LookAhead?.Passed);
        Row(
            table, "Deflated Sharpe ratio", "Probability that the edge is real, given how many trials it was picked from. Needs 0.95.",
            done.DeflatedSharpe is { } sharpe ? Shown.Ratio(sharpe.Probability) : null, done.DeflatedSharpe?.Probability >= 0.95);
        Row(
            table, "Probability of overfitting", "How often the best of one half of the bars is below average on the other. At most 0.5.",
            done.Overfitting is { } cscv ? Shown.Ratio(cscv.ProbabilityOfOverfitting) : null, done.Overfitting?.ProbabilityOfOverfitting <= 0.5);
        WalkForwardResult? walk = done.WalkForwards.Count > 0 ? done.WalkForwards[0] : null;
        Row(
            table, "Walk-forward efficiency", "Part of the in-sample profit that was kept out of sample. Half is good.",
            walk is null ? null : Shown.Ratio(walk.Efficiency), walk?.Efficiency >= 0.5);
        Row(
            table, "Parameter plateau", "Mean profit of the neighbours over the best. Half is good.",
            done.Sensitivity is { } map ? Shown.Ratio(map.PlateauRatio) : null, done.Sensitivity?.PlateauRatio >= 0.5);
        Row(
            table, "Dearer trading", "Still a profit at twice the spread and slippage.",
            done.CostStress.Count > 0 ? Shown.Money(done.CostStress[^1].NetProfit) : null, done.CostStress.Count > 0 && done.CostStress[^1].NetProfit > 0);
        return Frame.Card("evidence", "Can it be trusted?", table.Render());
    }

    private static void Row(HtmlTable table, string name, string meaning, string? result, bool? passed)
    {
        (string verdict, string tone) = result is null ? ("not tested", Missing) : passed == true ? ("✓ passed", Good) : ("✗ failed", Bad);
        table.Row()
            .Cell(Markup.Join([Markup.Text(name), new Markup("<small>"), Markup.Text(meaning), new Markup("</small>")]), "wrap")
            .Cell(result ?? "–")
            .Cell(new Markup($"<span class=badge>{verdict}</span>"), tone);
    }
}
