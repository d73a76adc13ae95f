using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Logits of the cross-validation: left of zero the chosen trial did worse than half of the others.</summary>
internal sealed class OverfittingFigure : IReportPart
{
    private const int Bins = 48;

    public Markup? Render(BacktestReport report)
    {
        if (report.Robustness?.Overfitting is not { } result)
        {
            return null;
        }

        double reach = Math.Max(1, Math.Ceiling(result.Splits.Max(s => Math.Abs(s.Logit))));
        double width = 2 * reach / Bins;
        var counts = new int[Bins];
        foreach (CscvSplit split in result.Splits)
        {
            counts[Math.Clamp((int)Math.Floor((split.Logit + reach) / width), 0, Bins - 1)]++;
        }

        double high = counts.Max() * 1.15;
        Plot plot = new Plot(-reach, reach, 0, high) { Height = 200, Label = "Histogram of the logits" }
            .YAxis(NumberTicks.Of(0, high, 4))
            .XAxis(NumberTicks.Of(-reach, reach, 6), grid: false);
        for (int bin = 0; bin < Bins; bin++)
        {
            double from = -reach + (bin * width);
            plot.Box(bin < Bins / 2 ? "down" : "up", from + (width * 0.06), from + (width * 0.94), 0, counts[bin], $"{Shown.Ratio(from)} to {Shown.Ratio(from + width)}: {Shown.Whole(counts[bin])} splits");
        }

        plot.Place("mark", 0, high, $"overfitted {Shown.Percent(result.ProbabilityOfOverfitting)}");
        return Frame.Figure(
            "overfitting",
            "Probability of overfitting",
            $"{Shown.Whole(result.Splits.Count)} ways to cut the bars in halves, {Shown.Whole(result.Trials)} trials. Left of zero: what was best on one half did worse than half of the trials on the other. It lost money in {Shown.Percent(result.ProbabilityOfLoss)} of them.",
            Markup.Join([plot.Render(), new Markup("<p class=axis>logit of the relative rank out of sample</p>")]));
    }
}
