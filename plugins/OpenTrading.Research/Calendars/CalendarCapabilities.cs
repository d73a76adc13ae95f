using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Research.Articles;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Calendars;

/// <summary>What is announced when.</summary>
/// <param name="calendar">The calendar.</param>
/// <param name="clock">Market time.</param>
/// <param name="paging">Hands out long lists.</param>
internal sealed class CalendarCapabilities(IEconomicCalendar calendar, TimeProvider clock, Paging paging)
{
    /// <summary>What an owner does to have a calendar.</summary>
    public const string Remedy = "Attach the OpenTrading expert to a MetaTrader 5 terminal, or put a CSV file where research.calendar says.";

    private const int MostDays = 366;
    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);

    /// <summary>Events.</summary>
    [Capability("get_economic_calendar", "research", Effect.Read, "GET /research/calendar", Errors = [ErrorCode.DataUnavailable])]
    [Description("Economic events by time, of the terminal and imported files. Default: the next 7 days.")]
    public async Task<CalendarResult> GetEconomicCalendar(
        ICallContext call,
        [StringLength(20), Description("Such as USD; default all")] string[]? currencies = null,
        [Description("Default now")] DateTime? from = null,
        [Description("Default 7 days on")] DateTime? to = null,
        EventImpact minImpact = EventImpact.Medium,
        [Range(1, 5000)] int limit = 50,
        string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        TimeSpans.Require(from, to);
        string[] wanted = [.. (currencies ?? []).Select(c => c.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        if (wanted.FirstOrDefault(c => c.Length != 3 || !c.All(char.IsAsciiLetterUpper)) is not null)
        {
            throw Argument.Refuse(nameof(currencies), "a currency has three letters, such as USD");
        }

        DateTime start = from ?? (to - Usual) ?? Floor(clock.GetUtcNow().UtcDateTime);
        DateTime end = to ?? start + Usual;
        if (end - start > TimeSpan.FromDays(MostDays))
        {
            throw new CapabilityException(ErrorCode.LimitExceeded, $"The span has {(end - start).TotalDays:0} days; {MostDays} is the most", "Ask for a shorter one.");
        }

        CalendarReading reading = Require(await calendar.ReadAsync(start, end, call.CancellationToken).ConfigureAwait(false));
        ShownEvent[] all = [.. reading.Events.Where(e => e.Impact >= minImpact && (wanted.Length == 0 || wanted.Contains(e.Currency))).Select(ShownEvent.Of)];
        Page<ShownEvent> page = paging.Cut(all, limit, cursor, Paging.Query("get_economic_calendar", [.. wanted, from?.Ticks, to?.Ticks, minImpact]));
        return new CalendarResult
        {
            Summary = $"{all.Length} events from {start:yyyy-MM-dd HH:mm}Z to {end:yyyy-MM-dd HH:mm}Z{(all.FirstOrDefault(e => e.Impact == EventImpact.High) is { } first ? $"; the first of high impact: {first.Time:yyyy-MM-dd HH:mm}Z {first.Currency} {first.Name}" : "; none of high impact")}{(reading.Unavailable.Count > 0 ? $"; {reading.Unavailable.Count} sources missing" : "")}.",
            Source = all.Length > 0 ? ArticleShow.SourceOf(all.Select(e => e.Source)) : "calendar",
            AsOf = reading.AsOf!.Value,
            Events = page.Items,
            Unavailable = reading.Unavailable,
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>A reading that some source stands behind.</summary>
    /// <exception cref="CapabilityException">None does: <see cref="ErrorCode.DataUnavailable"/>.</exception>
    internal static CalendarReading Require(CalendarReading reading) => reading.AsOf is not null
        ? reading
        : throw new CapabilityException(ErrorCode.DataUnavailable, $"No calendar: {(reading.Unavailable.Count > 0 ? string.Join("; ", reading.Unavailable.Select(u => u.Reason)) : "no source of one is loaded")}", Remedy);

    // A page turned a moment later belongs to the same span.
    private static DateTime Floor(DateTime now) => new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
}
