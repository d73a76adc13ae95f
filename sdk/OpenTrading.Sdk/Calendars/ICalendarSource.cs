using OpenTrading.Sdk.Data;

namespace OpenTrading.Sdk.Calendars;

/// <summary>A source of economic events: a terminal, a file.</summary>
/// <threadsafety>Asked from any thread.</threadsafety>
public interface ICalendarSource
{
    /// <summary>What it is called in answers, such as <c>mt5</c>.</summary>
    string Name { get; }

    /// <summary>Events of a span, in any order.</summary>
    /// <param name="from">First time, UTC, inclusive.</param>
    /// <param name="to">End, UTC, exclusive.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits any more.</param>
    /// <exception cref="DataException">It has no calendar now; the message says why and what to do.</exception>
    Task<CalendarReading> ReadAsync(DateTime from, DateTime to, CancellationToken cancellationToken);
}
