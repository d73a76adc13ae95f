namespace OpenTrading.Sdk.Calendars;

/// <summary>How much an event is expected to move prices, as its source says. Values are ordered.</summary>
public enum EventImpact
{
    /// <summary>Little, or the source does not say.</summary>
    Low,
    /// <summary>Some.</summary>
    Medium,
    /// <summary>Much.</summary>
    High,
}
