using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Research.Calendars;

/// <summary>An economic event as it is shown.</summary>
/// <param name="Time">UTC time; the day alone where <paramref name="Timed"/> is false.</param>
/// <param name="Currency">Whose.</param>
/// <param name="Name">What, in the words of its source.</param>
/// <param name="Impact">How much it is expected to move prices.</param>
/// <param name="Actual">Figure announced.</param>
/// <param name="Forecast">Figure expected.</param>
/// <param name="Previous">Figure of the time before.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Timed">False where the hour is not known; else absent.</param>
public sealed record ShownEvent(
    DateTime Time, string Currency, string Name, EventImpact Impact, string? Actual, string? Forecast, string? Previous, string Source, bool? Timed)
{
    internal static ShownEvent Of(EconomicEvent one) =>
        new(one.Time, one.Currency, one.Name, one.Impact, one.Actual, one.Forecast, one.Previous, one.Source, one.IsTimed ? null : false);
}
