using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>What other ways through the bars would have come to.</summary>
internal static class PathFields
{
    public static void WalkForwards(Utf8JsonWriter writer, IReadOnlyList<WalkForwardResult> results)
    {
        writer.WriteStartArray("walkForward");
        foreach (WalkForwardResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("mode", result.Plan.Mode == WalkForwardMode.Anchored ? "anchored" : "rolling");
            writer.WriteString("runs", result.IsRerun ? "rerun" : "slice");
            writer.WriteNumber("inSampleBars", result.Plan.InSampleBars);
            writer.WriteNumber("outOfSampleBars", result.Plan.OutOfSampleBars);
            writer.WriteNumber("candidates", result.Candidates);
            writer.Rounded("outOfSampleProfit", result.OutOfSampleProfit);
            writer.Rounded("inSampleProfitPerBar", result.InSampleProfitPerBar);
            writer.Rounded("outOfSampleProfitPerBar", result.OutOfSampleProfitPerBar);
            writer.Rounded("efficiency", result.Efficiency);
            writer.WriteNumber("profitableWindows", result.ProfitableWindows);
            writer.WriteStartArray("windows");
            foreach (WalkForwardStep step in result.Steps)
            {
                Step(writer, step);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void KFold(Utf8JsonWriter writer, PurgedSelectionResult? result)
    {
        if (result is null)
        {
            writer.WriteNull("kFold");
            return;
        }

        writer.WriteStartObject("kFold");
        writer.WriteNumber("horizon", result.Horizon);
        writer.Number("embargo", result.Embargo);
        writer.WriteNumber("trials", result.Trials);
        writer.Rounded("testProfit", result.TestProfit);
        writer.Rounded("efficiency", result.Efficiency);
        writer.WriteNumber("profitableFolds", result.ProfitableFolds);
        writer.WriteStartArray("folds");
        foreach (PurgedStep step in result.Steps)
        {
            writer.WriteStartObject();
            writer.WriteNumber("testFrom", step.Fold.Test.From);
            writer.WriteNumber("testTo", step.Fold.Test.To);
            writer.WriteNumber("trainBars", step.TrainBars);
            writer.WriteNumber("selected", step.Selected);
            writer.Rounded("trainProfit", step.TrainProfit);
            writer.Rounded("testProfit", step.TestProfit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void MonteCarlo(Utf8JsonWriter writer, IReadOnlyList<MonteCarloResult> results)
    {
        writer.WriteStartArray("monteCarlo");
        foreach (MonteCarloResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("method", result.Method);
            writer.WriteNumber("paths", result.Paths.Count);
            writer.WriteNumber("seed", result.Seed);
            writer.WriteNumber("steps", result.Steps);
            writer.Rounded("probabilityOfLoss", result.ProbabilityOfLoss);
            writer.Rounded("originalTotalReturn", result.Original.TotalReturn);
            writer.Rounded("originalMaxDrawdown", result.Original.MaxDrawdown);
            Percentiles(writer, "totalReturn", result, static p => p.TotalReturn);
            Percentiles(writer, "maxDrawdown", result, static p => p.MaxDrawdown);
            Percentiles(writer, "maxDrawdownPct", result, static p => p.MaxDrawdownPct);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Step(Utf8JsonWriter writer, WalkForwardStep step)
    {
        writer.WriteStartObject();
        writer.WriteNumber("inSampleFrom", step.Window.InSample.From);
        writer.WriteNumber("inSampleTo", step.Window.InSample.To);
        writer.WriteNumber("outOfSampleFrom", step.Window.OutOfSample.From);
        writer.WriteNumber("outOfSampleTo", step.Window.OutOfSample.To);
        writer.WriteNumber("selected", step.Selected);
        writer.Rounded("inSampleProfit", step.InSampleProfit);
        writer.Rounded("outOfSampleProfit", step.OutOfSampleProfit);
        writer.WriteEndObject();
    }

    private static void Percentiles(Utf8JsonWriter writer, string name, MonteCarloResult result, Func<PathOutcome, double> of)
    {
        writer.WriteStartObject(name);
        foreach (double share in MonteCarloResult.Shares)
        {
            writer.Rounded(share.ToString(CultureInfo.InvariantCulture), result.Percentile(of, share));
        }

        writer.WriteEndObject();
    }
}
