using System.Globalization;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Risk.Market;

/// <summary>Local time in a zone as a minute of the week, for rules that close a part of it.</summary>
/// <param name="zone">IANA zone.</param>
internal sealed class LocalWeek(string zone)
{
    private const int DayMinutes = 24 * 60;
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(zone);

    /// <summary>Local time at an instant.</summary>
    public DateTime At(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, _zone);

    /// <summary>Whether an instant lies from one point of the week up to another, across its end too.</summary>
    public bool IsBetween(DateTime utc, TimeSpan from, TimeSpan until)
    {
        DateTime local = At(utc);
        var now = TimeSpan.FromDays((int)local.DayOfWeek) + local.TimeOfDay;
        return from <= until ? now >= from && now < until : now >= from || now < until;
    }

    /// <summary>Whether the instrument's market closes at all; a rule about a closed part of the week has nothing to say of one that does not.</summary>
    public static bool Closes(Instrument? instrument) => instrument is null || !MarketHours.Of(instrument).IsAlways;

    /// <summary>Reads a point of the week such as <c>Fri 15:00</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TimeSpan Point(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [{ } day, { } time] && Array.IndexOf(Days, day) is >= 0 and { } number
        ? TimeSpan.FromDays(number) + TimeOf(time)
        : throw new FormatException($"'{text}' is no point of the week; write Fri 15:00.");

    /// <summary>Reads days such as <c>Mon-Fri</c> or <c>Wed</c>.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    public static IEnumerable<DayOfWeek> DaysOf(string text)
    {
        string[] ends = text.Split('-');
        int first = Array.IndexOf(Days, ends[0]);
        int last = Array.IndexOf(Days, ends[^1]);
        return ends.Length > 2 || first < 0 || last < 0
            ? throw new FormatException($"'{text}' are no days; write Mon-Fri or Wed.")
            : Enumerable.Range(0, ((last - first + 7) % 7) + 1).Select(i => (DayOfWeek)((first + i) % 7));
    }

    /// <summary>Reads a time of day from <c>00:00</c> to <c>24:00</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TimeSpan TimeOf(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int hours)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
            && minutes < 60 && (hours * 60) + minutes <= DayMinutes
            ? TimeSpan.FromMinutes((hours * 60) + minutes)
            : throw new FormatException($"'{text}' is no time of day; write 15:00.");
    }
}
