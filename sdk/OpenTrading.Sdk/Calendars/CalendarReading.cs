using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Sdk.Calendars;

/// <summary>What an economic calendar knows of a span of time. A value: whoever may do no input and output, such as a risk rule, can be handed one.</summary>
/// <param name="From">Start of the span, UTC, inclusive.</param>
/// <param name="To">End of the span, UTC, exclusive.</param>
/// <param name="Events">The events, by time.</param>
/// <param name="AsOf">UTC instant at which the freshest of the sources said so; null when none answered.</param>
/// <param name="Unavailable">Sources that did not answer, and why.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record CalendarReading(
    DateTime From, DateTime To, IReadOnlyList<EconomicEvent> Events, DateTime? AsOf, IReadOnlyList<Unavailable> Unavailable)
{
    /// <summary>Events of currencies around an instant: those that are at most <paramref name="before"/> ahead, or <paramref name="after"/> past.</summary>
    /// <param name="instant">UTC instant.</param>
    /// <param name="currencies">Currencies, upper case.</param>
    /// <param name="least">Lowest impact.</param>
    /// <param name="before">How long before an event it counts, inclusive.</param>
    /// <param name="after">How long after an event it counts, inclusive.</param>
    /// <returns>By time. An event without an hour counts on all of its UTC day.</returns>
    public IEnumerable<EconomicEvent> Near(DateTime instant, IReadOnlyCollection<string> currencies, EventImpact least, TimeSpan before, TimeSpan after) =>
        Events.Where(e => e.Impact >= least && currencies.Contains(e.Currency)
            && (e.IsTimed ? e.Time - before <= instant && instant <= e.Time + after : e.Time.Date == instant.Date));
}
