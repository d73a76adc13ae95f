using System.Globalization;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Texts of options that several commands have.</summary>
internal static class CliText
{
    /// <exception cref="FormatException">There is no such timeframe.</exception>
    public static Timeframe Frame(string text) => Timeframes.TryParse(text, out Timeframe frame)
        ? frame
        : throw new FormatException($"timeframe '{text}' is unknown; write one of {string.Join(", ", Timeframes.All)}.");

    /// <exception cref="FormatException">The text is no time.</exception>
    public static DateTime? Time(string option, string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime time)
            ? time
            : throw new FormatException($"{option} is '{text}'; write a UTC time such as 2015-01-01 or 2015-01-01T08:00Z.");
    }
}
