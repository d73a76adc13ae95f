using OpenTrading.Research.Calendars;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Briefs;

/// <summary>What is written and announced on an economy.</summary>
public sealed record MacroResult : DataResult
{
    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>What the news are about, the most spoken of first.</summary>
    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>The central bank's rate; absent where the calendar holds no decision.</summary>
    public PolicyRate? Rates { get; init; }

    /// <summary>Events ahead, by time.</summary>
    public required IReadOnlyList<ShownEvent> NextEvents { get; init; }

    /// <summary>What could not be had, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
