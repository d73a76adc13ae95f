using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.MarketStore.Hours;

/// <summary>When markets trade. All times are UTC.</summary>
public sealed record SessionsResult : CapabilityResult
{
    /// <summary>Market time.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Instrument; null when none was asked for.</summary>
    public string? Symbol { get; init; }

    /// <summary>Whether it trades now; null where that is not known.</summary>
    public bool? OpenNow { get; init; }

    /// <summary>When it opens next; null where that is not known, or it never closes.</summary>
    public DateTime? NextOpenAt { get; init; }

    /// <summary>When it closes next; null where that is not known, or it never closes.</summary>
    public DateTime? NextCloseAt { get; init; }

    /// <summary>Its windows in this week.</summary>
    public required IReadOnlyList<SessionWindow> Week { get; init; }

    /// <summary>Days on which it stays closed.</summary>
    public required IReadOnlyList<DateOnly> Holidays { get; init; }

    /// <summary>The trading centres of the foreign-exchange market.</summary>
    public required IReadOnlyList<CenterHours> Centers { get; init; }

    /// <summary>When two centres are open at once, among their present or next hours.</summary>
    public required IReadOnlyList<CenterOverlap> Overlaps { get; init; }

    /// <summary>When the broker day ends and swap is booked next.</summary>
    public required DateTime RolloverAt { get; init; }

    /// <summary>What is not known.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
