using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>Formulas over whole series, each window afresh: slow, and without anything a streaming indicator could get wrong.</summary>
internal static class Plain
{
    private const double Tolerance = 1e-9;

    /// <summary>A function of each window of numbers; NaN where the window is not full or has a NaN.</summary>
    public static double[] Rolling(double[] values, int length, Func<double[], double> function) =>
        [.. values.Select((_, i) => i + 1 < length ? double.NaN : OfWindow(values[(i + 1 - length)..(i + 1)], function))];

    public static double[] Sma(double[] values, int length) => Rolling(values, length, window => window.Average());

    /// <summary>Exponential average that starts from the simple one of its first numbers.</summary>
    public static double[] Ema(double[] values, int length)
    {
        double[] averages = [.. values.Select(_ => double.NaN)];
        int first = Array.FindIndex(values, value => !double.IsNaN(value)) + length - 1;
        averages[first] = values[(first + 1 - length)..(first + 1)].Average();
        for (int i = first + 1; i < values.Length; i++)
        {
            averages[i] = averages[i - 1] + (2.0 / (length + 1) * (values[i] - averages[i - 1]));
        }

        return averages;
    }

    /// <summary>The series <paramref name="bars"/> later; NaN before.</summary>
    public static double[] Lag(double[] values, int bars) => [.. values.Select((_, i) => i < bars ? double.NaN : values[i - bars])];

    public static double[] Map(Func<double, double, double> function, double[] left, double[] right) =>
        [.. left.Zip(right, function)];

    /// <summary>Natural logarithm of each number over the one before it.</summary>
    public static double[] LogReturns(double[] values) => Map((now, before) => Math.Log(now / before), values, Lag(values, 1));

    public static double[] Closes(Bar[] bars) => [.. bars.Select(bar => bar.Close)];

    /// <summary>What an indicator gives, one of its outputs.</summary>
    public static double[] Streamed(IIndicator indicator, Bar[] bars, string? output = null) =>
        FinishedSeries.Of(indicator, bars)[output is null ? 0 : indicator.Outputs.ToList().IndexOf(output)];

    public static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.Contains(expected, value => !double.IsNaN(value));
        for (int i = 0; i < expected.Length; i++)
        {
            bool isClose = double.IsNaN(expected[i])
                ? double.IsNaN(actual[i])
                : Math.Abs(expected[i] - actual[i]) <= Tolerance * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(isClose, $"bar {i}: expected {expected[i]:R}, was {actual[i]:R}");
        }
    }

    private static double OfWindow(double[] window, Func<double[], double> function) =>
        window.Any(double.IsNaN) ? double.NaN : function(window);
}
