using System.Globalization;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Reads <c>NAME:VALUE</c> texts; what does not fit is refused with the forms that do.</summary>
/// <param name="option">Option the text belongs to, such as <c>--spread</c>.</param>
/// <param name="text">The text.</param>
/// <param name="forms">What may be written.</param>
internal sealed class TermSyntax(string option, string text, string forms)
{
    /// <summary>Part before the colon; the whole text without one.</summary>
    public string Name { get; } = text.Split(':', 2)[0].Trim().ToLowerInvariant();

    /// <summary>Part after the colon; empty without one.</summary>
    public string Value { get; } = text.Contains(':', StringComparison.Ordinal) ? text.Split(':', 2)[1].Trim() : "";

    /// <summary>Whether the text says that there is none of it.</summary>
    public bool IsNone => Value.Length == 0 && Name is "0" or "none";

    /// <summary>A number of at least <paramref name="min"/>.</summary>
    public decimal Number(string number, decimal min = decimal.MinValue, decimal max = 1e9m) =>
        decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value >= min && value <= max
            ? value
            : throw Refusal();

    /// <summary>A whole number of at least <paramref name="min"/>.</summary>
    public int Whole(string number, int min = 0, int max = 1_000_000) =>
        int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max ? value : throw Refusal();

    /// <summary>Two parts around a separator.</summary>
    public (string First, string Second) Pair(string separator) => Value.Split(separator) is [{ } first, { } second] ? (first, second) : throw Refusal();

    /// <summary>The error for a text that is none of the forms.</summary>
    public FormatException Refusal() => new($"{option} is '{text}'; write {forms}.");
}
