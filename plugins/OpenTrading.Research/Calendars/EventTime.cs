using System.Globalization;

namespace OpenTrading.Research.Calendars;

/// <summary>Times of events as tables write them. Without an offset they are UTC; without an hour the day alone is known.</summary>
internal static class EventTime
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy.MM.dd", "yyyy/MM/dd"];
    private static readonly string[] Hours = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFF", "HH:mmzzz", "HH:mm:sszzz", "HH:mm:ss.FFFzzz"];
    private static readonly string[] Instants = [.. Days.SelectMany(d => Hours.SelectMany(h => new[] { $"{d} {h}", $"{d}'T'{h}" }))];

    /// <summary>The UTC instant and whether its hour is known; null where the text is no time of the years 1970 to 2099.</summary>
    /// <param name="date">Day; empty where <paramref name="time"/> holds it too.</param>
    /// <param name="time">Hour, or day and hour; may be empty beside a day.</param>
    public static (DateTime Time, bool IsTimed)? Read(string date, string time)
    {
        string text = $"{date} {time}".Trim();
        text = text.EndsWith('Z') ? text[..^1].TrimEnd() + "+00:00" : text;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, Utc, out DateTime instant) ? Bounded(instant, true)
            : DateTime.TryParseExact(date.Length > 0 ? date : text, Days, CultureInfo.InvariantCulture, Utc, out DateTime day) ? Bounded(day, false)
            : null;
    }

    private static (DateTime Time, bool IsTimed)? Bounded(DateTime time, bool isTimed) => time.Year is >= 1970 and <= 2099 ? (time, isTimed) : null;
}
