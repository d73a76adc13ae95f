namespace OpenTrading.Sdk.Calendars;

/// <summary>An event of an economic calendar. Its texts come from outside; they are shown and compared, never interpreted.</summary>
/// <param name="Time">UTC instant; the start of the UTC day where <see cref="IsTimed"/> is false.</param>
/// <param name="Currency">Currency it concerns, ISO 4217, upper case.</param>
/// <param name="Name">What is announced, such as <c>CPI y/y</c>.</param>
/// <param name="Impact">How much it is expected to move prices.</param>
/// <param name="Source">Who says so, such as <c>mt5</c> or <c>file:calendar.csv</c>; two that agree are joined by <c>+</c>.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record EconomicEvent(DateTime Time, string Currency, string Name, EventImpact Impact, string Source)
{
    /// <summary>Whether the hour is known, not the day alone.</summary>
    /// <value>Default true.</value>
    public bool IsTimed { get; init; } = true;

    /// <summary>Figure announced, as the source writes it, such as <c>3.1%</c>; null before, and where the source has none.</summary>
    public string? Actual { get; init; }

    /// <summary>Figure expected; null where the source has none.</summary>
    public string? Forecast { get; init; }

    /// <summary>Figure of the time before; null where the source has none.</summary>
    public string? Previous { get; init; }
}
