namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>What the Sharpe ratio is worth after so many trials.</summary>
internal sealed class SharpeTable : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        if (report.Robustness?.DeflatedSharpe is not { } sharpe)
        {
            return null;
        }

        var table = new HtmlTable(new TableColumn("A bar, not a year", true), new TableColumn($"{Shown.Whole(sharpe.Trials)} trials"), new TableColumn($"{Shown.Ratio(sharpe.Effective.Count)} effective"));
        table.Row().Cell("Sharpe ratio of the best", "wrap").Cell(Small(sharpe.Sample.Sharpe)).Cell("");
        table.Row().Cell("Best of worthless trials would show", "wrap").Cell(Small(sharpe.ExpectedMaximum)).Cell(Small(sharpe.EffectiveExpectedMaximum));
        table.Row().Cell("Probability that it is better than those", "wrap").Cell(Small(sharpe.Probability)).Cell(Small(sharpe.EffectiveProbability));
        table.Row().Cell("Probability that it is above zero, selection ignored", "wrap").Cell(Small(sharpe.ProbabilityAboveZero)).Cell("");
        table.Row().Cell("Bars needed to tell it from zero at 95 %", "wrap").Cell(Shown.Whole(sharpe.MinimumTrackRecord)).Cell($"of {Shown.Whole(sharpe.Sample.Periods)}");
        if (report.Robustness.MinimumBacktestLength is { } length)
        {
            table.Row().Cell($"Years needed for so many trials at an annual ratio of {Shown.Ratio(length.TargetSharpe)}", "wrap").Cell(Shown.Ratio(length.Years)).Cell($"at most {Shown.Ratio(length.UpperBound)}");
        }

        return Frame.Card("deflated-sharpe", "Deflated Sharpe ratio", table.Render());
    }

    private static string Small(double value) => double.IsFinite(value) ? Math.Round(value, 4).ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '\u2212') : "–";
}
