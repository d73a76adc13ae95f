using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Robustness.CostStress;
using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>What was done to find out whether the result can be trusted; null where it was not done.</summary>
internal sealed class RobustnessSection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report)
    {
        if (report.Robustness is not { } done)
        {
            writer.WriteNull("robustness");
            return;
        }

        writer.WriteStartObject("robustness");
        TrialFields.Overfitting(writer, done.Overfitting);
        TrialFields.Sharpe(writer, done.DeflatedSharpe);
        TrialFields.MinimumBacktest(writer, done.MinimumBacktestLength);
        TrialFields.Sensitivity(writer, done.Sensitivity);
        PathFields.WalkForwards(writer, done.WalkForwards);
        PathFields.KFold(writer, done.KFold);
        PathFields.MonteCarlo(writer, done.MonteCarlo);
        CostStress(writer, done.CostStress);
        LookAhead(writer, done.LookAhead);
        writer.WriteEndObject();
    }

    private static void CostStress(Utf8JsonWriter writer, IReadOnlyList<CostStressRow> rows)
    {
        writer.WriteStartArray("costStress");
        foreach (CostStressRow row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("scenario", row.Scenario.Name);
            writer.Number("factor", row.Scenario.Factor);
            writer.Rounded("netProfit", row.NetProfit);
            writer.Rounded("maxDrawdownPct", row.MaxDrawdownPct);
            writer.Rounded("sharpe", row.Sharpe);
            writer.Rounded("profitFactor", row.ProfitFactor);
            writer.WriteNumber("closedTrades", row.ClosedTrades);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void LookAhead(Utf8JsonWriter writer, LookAheadResult? result)
    {
        if (result is null)
        {
            writer.WriteNull("lookAhead");
            return;
        }

        writer.WriteStartObject("lookAhead");
        writer.WriteBoolean("passed", result.Passed);
        writer.WriteStartArray("cuts");
        foreach (int cut in result.Cuts)
        {
            writer.WriteNumberValue(cut);
        }

        writer.WriteEndArray();
        if (result.Difference is { } difference)
        {
            writer.WriteStartObject("difference");
            writer.WriteString("trial", difference.Trial == LookAheadTrial.Noise ? "noise" : "truncated");
            writer.WriteNumber("cut", difference.Cut);
            writer.WriteNumber("bar", difference.Bar);
            writer.WriteString("series", difference.Series);
            writer.WriteString("full", difference.Full);
            writer.WriteString("changed", difference.Changed);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("difference");
        }

        writer.WriteEndObject();
    }
}
