using System.Globalization;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>Reads the values of a parameter to sweep: <c>fast=2..40:2</c>, or <c>fast=5,10,20</c>.</summary>
public static class SweepText
{
    /// <summary>Most values of one parameter.</summary>
    public const int MostValues = 100_000;

    /// <summary>Parses <c>NAME=FROM..TO:STEP</c>, <c>NAME=FROM..TO</c> by steps of 1, or <c>NAME=A,B,C</c>.</summary>
    /// <exception cref="FormatException">The text is none of the forms, or has no or too many values.</exception>
    public static ParameterAxis Parse(string text)
    {
        if (text.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } values])
        {
            throw Refusal(text, "write NAME=FROM..TO:STEP or NAME=A,B,C");
        }

        decimal[] all = values.Split("..", 2) is [{ } from, { } rest] ? [.. Range(text, from, rest)] : [.. values.Split(',').Select(v => Number(text, v))];
        decimal[] rising = [.. all.Distinct().Order()];
        return new ParameterAxis(name.Trim(), [.. rising.Select(v => (double)v)]);
    }

    private static IEnumerable<decimal> Range(string text, string from, string rest)
    {
        string[] parts = rest.Split(':');
        decimal first = Number(text, from);
        decimal last = Number(text, parts[0]);
        decimal step = parts.Length > 1 ? Number(text, parts[1]) : 1;
        if (parts.Length > 2 || step <= 0 || last < first)
        {
            throw Refusal(text, "the range must rise, by a step above 0");
        }

        if ((last - first) / step >= MostValues)
        {
            throw Refusal(text, $"that is more than {MostValues} values; take a larger step");
        }

        for (decimal value = first; value <= last; value += step)
        {
            yield return value;
        }
    }

    private static decimal Number(string text, string number) =>
        decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && Math.Abs(value) <= 1e12m
            ? value
            : throw Refusal(text, $"'{number}' is no number");

    private static FormatException Refusal(string text, string why) => new($"--sweep '{text}': {why}.");
}
