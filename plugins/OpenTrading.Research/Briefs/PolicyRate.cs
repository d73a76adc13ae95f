using OpenTrading.Research.Texts;
using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Research.Briefs;

/// <summary>A central bank's rate as its newest decision in the calendar says it.</summary>
/// <param name="Value">Rate decided, as the source writes it.</param>
/// <param name="Previous">Rate before.</param>
/// <param name="Event">Name of the decision in the calendar.</param>
/// <param name="DecidedAt">UTC time of the decision.</param>
/// <param name="Source">Who says so.</param>
public sealed record PolicyRate(string Value, string? Previous, string Event, DateTime DecidedAt, string Source)
{
    private static readonly string[][] Names = Words.Phrases("interest rate decision, rate decision, fed funds rate, federal funds rate, official bank rate, cash rate, policy rate, overnight rate, main refinancing rate");

    /// <summary>The newest; null where the calendar has none with a figure.</summary>
    internal static PolicyRate? Of(IEnumerable<EconomicEvent> events, string currency) =>
        events.LastOrDefault(e => e.Currency == currency && e.Actual is not null && Names.Any(n => Words.Contains(Words.Of(e.Name), n))) is { } decision
            ? new PolicyRate(decision.Actual!, decision.Previous, decision.Name, decision.Time, decision.Source)
            : null;
}
