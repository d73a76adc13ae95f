namespace OpenTrading.Sdk.Calendars;

/// <summary>The economic calendar of the host: what all sources of all plugins say, each event once.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IEconomicCalendar
{
    /// <summary>Events of a span. Does not fail: a source that does not answer is named in the reading.</summary>
    /// <param name="from">First time, UTC, inclusive.</param>
    /// <param name="to">End, UTC, exclusive.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CalendarReading> ReadAsync(DateTime from, DateTime to, CancellationToken cancellationToken);
}
