using System.Globalization;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>
/// Values of indicators over one random walk, as another library computes them. A row is an indicator with its arguments, an output, the
/// index of its first bar with a value, that value, and two more bars with theirs.
/// </summary>
internal static class KnownValues
{
    private const double Tolerance = 1e-9;

    /// <summary>The bars the values belong to.</summary>
    public static Bar[] Bars { get; } = RandomWalk.Bars(600, seed: 41);

    /// <summary>The reference series of the indicators that compare two.</summary>
    public static Bar[] ReferenceBars { get; } = RandomWalk.Bars(600, seed: 42);

    public static TheoryData<string> Rows(params string[] tables) =>
        [.. tables.SelectMany(table => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public static void Check(string row)
    {
        string[] cells = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IIndicator indicator = Create(cells[0]);
        int output = indicator.Outputs.ToList().IndexOf(cells[1]);
        Assert.True(output >= 0, $"{cells[0]} has no output {cells[1]}.");
        double[] actual = FinishedSeries.Of(indicator, Bars, ReferenceBars)[output];

        Assert.Equal(int.Parse(cells[2], CultureInfo.InvariantCulture), Array.FindIndex(actual, value => !double.IsNaN(value)));
        for (int cell = 2; cell < cells.Length; cell += 2)
        {
            int bar = int.Parse(cells[cell], CultureInfo.InvariantCulture);
            double expected = double.Parse(cells[cell + 1], CultureInfo.InvariantCulture);
            double error = Math.Abs(expected - actual[bar]);
            Assert.True(error <= Tolerance * Math.Max(1, Math.Abs(expected)), $"bar {bar}: expected {expected:R}, was {actual[bar]:R}");
        }
    }

    private static IIndicator Create(string text)
    {
        string[] parts = text.TrimEnd(')').Split('(');
        IEnumerable<string[]> arguments = parts.Skip(1).SelectMany(list => list.Split(',')).Select(argument => argument.Split('='));
        return IndicatorClass.Create(parts[0], arguments.ToDictionary(argument => argument[0], argument => argument[1]));
    }
}
