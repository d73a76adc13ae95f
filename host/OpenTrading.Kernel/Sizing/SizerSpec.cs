using System.Globalization;

namespace OpenTrading.Kernel.Sizing;

/// <summary>Reads a sizer from its text form: <c>lots:0.1</c>, <c>units:100000</c> or <c>risk:1%</c>.</summary>
public static class SizerSpec
{
    private const string Forms = "write lots:0.1, units:100000 or risk:1%";

    /// <summary>Parses <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">The text is none of the forms, or its number is not above zero (risk: at most 100 %).</exception>
    public static ISizer Parse(string text)
    {
        string[] parts = text.Split(':', 2);
        bool percent = parts is ["risk", [.., '%']];
        string number = parts.Length == 2 ? (percent ? parts[1][..^1] : parts[1]) : "";
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || value <= 0)
        {
            throw new FormatException($"size '{text}' is not understood; {Forms}");
        }

        decimal fraction = percent ? value / 100 : value;
        return parts[0] switch
        {
            "lots" => new FixedLots(value),
            "units" => new FixedUnits(value),
            "risk" when fraction <= 1 => new PercentRisk(fraction),
            "risk" => throw new FormatException($"size '{text}' risks more than the account; {Forms}"),
            _ => throw new FormatException($"size '{text}' is not understood; {Forms}"),
        };
    }
}
