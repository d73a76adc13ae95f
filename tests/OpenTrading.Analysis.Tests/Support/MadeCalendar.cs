using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Support;

/// <summary>A source of the events that a test wants, or one that fails.</summary>
internal sealed class MadeCalendar(string name, DateTime asOf, EconomicEvent[]? events) : ICalendarSource
{
    public string Name => name;

    public Task<CalendarReading> ReadAsync(DateTime from, DateTime to, CancellationToken cancellationToken) => events is null
        ? throw new DataException(name, "it is away", "Bring it back.")
        : Task.FromResult(new CalendarReading(from, to, events, asOf, []));
}
