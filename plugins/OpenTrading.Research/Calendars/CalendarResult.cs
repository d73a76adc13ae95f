using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Calendars;

/// <summary>Economic events of a span.</summary>
public sealed record CalendarResult : DataResult
{
    /// <summary>The events, by time.</summary>
    public required IReadOnlyList<ShownEvent> Events { get; init; }

    /// <summary>Sources that did not answer, or not wholly.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }

    /// <summary>Number of all events.</summary>
    public int? Total { get; init; }

    /// <summary>Whether more follow.</summary>
    public bool Truncated { get; init; }

    /// <summary>Where they follow.</summary>
    public string? NextCursor { get; init; }
}
