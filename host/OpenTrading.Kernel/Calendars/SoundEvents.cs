using System.Globalization;
using System.Text;
using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Kernel.Calendars;

/// <summary>Holds events of any source to what an event is. Their texts come from outside: what turns direction, hides or steers a screen is taken out of them.</summary>
internal static class SoundEvents
{
    private const int MostName = 120;
    private const int MostFigure = 24;

    /// <summary>The events that are some, with plain texts.</summary>
    public static IEnumerable<EconomicEvent> Of(IEnumerable<EconomicEvent> events) => events.Select(Sound).OfType<EconomicEvent>();

    private static EconomicEvent? Sound(EconomicEvent given)
    {
        string name = Plain(given.Name, MostName) ?? "";
        return name.Length > 0 && given.Currency is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper) && Enum.IsDefined(given.Impact)
            ? given with
            {
                Time = DateTime.SpecifyKind(given.Time, DateTimeKind.Utc),
                Name = name,
                Actual = Plain(given.Actual, MostFigure),
                Forecast = Plain(given.Forecast, MostFigure),
                Previous = Plain(given.Previous, MostFigure),
            }
            : null;
    }

    private static string? Plain(string? text, int most)
    {
        if (text is null)
        {
            return null;
        }

        var plain = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > most)
            {
                break;
            }

            plain.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
                _ => rune.ToString(),
            });
        }

        return plain.ToString().Trim() is { Length: > 0 } shown ? shown : null;
    }
}
