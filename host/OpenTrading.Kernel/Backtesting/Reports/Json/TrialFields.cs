using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>What a set of trials says about its best.</summary>
internal static class TrialFields
{
    private const int MostSelections = 10;

    public static void Overfitting(Utf8JsonWriter writer, CscvResult? result)
    {
        if (result is null)
        {
            writer.WriteNull("cscv");
            return;
        }

        writer.WriteStartObject("cscv");
        writer.WriteNumber("trials", result.Trials);
        writer.WriteNumber("blocks", result.Blocks);
        writer.WriteNumber("rowsPerBlock", result.RowsPerBlock);
        writer.WriteNumber("combinations", result.Splits.Count);
        writer.Rounded("pbo", result.ProbabilityOfOverfitting);
        writer.WriteNumber("logitsAtOrBelowZero", result.LogitsAtOrBelowZero);
        writer.Rounded("meanLogit", result.MeanLogit);
        writer.Rounded("medianLogit", result.MedianLogit);
        writer.Rounded("probabilityOfLoss", result.ProbabilityOfLoss);
        writer.Rounded("degradationSlope", result.DegradationSlope);
        writer.Rounded("degradationIntercept", result.DegradationIntercept);
        writer.Rounded("meanInSampleSharpe", result.MeanInSample);
        writer.Rounded("meanOutOfSampleSharpe", result.MeanOutOfSample);
        writer.WriteStartArray("mostSelected");
        foreach ((int trial, int times) in result.Selections.Take(MostSelections))
        {
            writer.WriteStartObject();
            writer.WriteNumber("trial", trial);
            writer.WriteNumber("times", times);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Sharpe(Utf8JsonWriter writer, DeflatedSharpe? result)
    {
        if (result is null)
        {
            writer.WriteNull("deflatedSharpe");
            return;
        }

        writer.WriteStartObject("deflatedSharpe");
        writer.WriteNumber("trial", result.Trial);
        writer.WriteNumber("trials", result.Trials);
        writer.WriteNumber("periods", result.Sample.Periods);
        writer.Rounded("sharpe", result.Sample.Sharpe);
        writer.Rounded("skew", result.Sample.Skewness);
        writer.Rounded("kurtosis", result.Sample.Kurtosis);
        writer.Rounded("psrVsZero", result.ProbabilityAboveZero);
        writer.Rounded("varianceOfSharpes", result.Variance);
        writer.Rounded("sr0", result.ExpectedMaximum);
        writer.Rounded("dsr", result.Probability);
        writer.Rounded("averageCorrelation", result.Effective.AverageCorrelation);
        writer.Rounded("effectiveTrials", result.Effective.Count);
        writer.Rounded("sr0Effective", result.EffectiveExpectedMaximum);
        writer.Rounded("dsrEffective", result.EffectiveProbability);
        writer.Rounded("minimumTrackRecordPeriods", result.MinimumTrackRecord);
        writer.WriteEndObject();
    }

    public static void MinimumBacktest(Utf8JsonWriter writer, MinimumBacktestLength? result)
    {
        if (result is null)
        {
            writer.WriteNull("minimumBacktestLength");
            return;
        }

        writer.WriteStartObject("minimumBacktestLength");
        writer.WriteNumber("trials", result.Trials);
        writer.Number("targetSharpe", result.TargetSharpe);
        writer.Rounded("years", result.Years);
        writer.Rounded("upperBound", result.UpperBound);
        writer.WriteEndObject();
    }

    public static void Sensitivity(Utf8JsonWriter writer, SensitivityResult? result)
    {
        if (result is null)
        {
            writer.WriteNull("sensitivity");
            return;
        }

        writer.WriteStartObject("sensitivity");
        writer.WriteStartArray("axes");
        foreach (ParameterAxis axis in result.Grid.Axes)
        {
            writer.WriteStartObject();
            writer.WriteString("name", axis.Name);
            Numbers(writer, "values", axis.Values);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("best", result.Best);
        Numbers(writer, "bestValues", result.Grid.Values(result.Best));
        writer.WriteNumber("neighbours", result.Neighbours.Count);
        writer.Rounded("neighbourMean", result.NeighbourMean);
        writer.Rounded("plateauRatio", result.PlateauRatio);
        writer.Rounded("profitableShare", result.ProfitableShare);
        Numbers(writer, "netProfits", result.Profits.Select(JsonFields.Round));
        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IEnumerable<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            writer.NumberValue(value);
        }

        writer.WriteEndArray();
    }
}
