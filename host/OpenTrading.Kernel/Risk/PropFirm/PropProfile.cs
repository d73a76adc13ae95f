using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>Limits in the style of a funding firm. The firm's current terms decide; these only tell how such limits are computed.</summary>
public sealed record PropProfile
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When its day resets.</summary>
    public required BrokerDay Day { get; init; }

    /// <summary>Which money at the reset the day's loss is measured from. Default the larger of balance and equity.</summary>
    public DayReferenceKind Reference { get; init; } = DayReferenceKind.Max;

    /// <summary>Largest loss of a day, as a fraction; null for none.</summary>
    public decimal? DailyLoss { get; init; }

    /// <summary>Whether that is a fraction of the initial capital; else of the day's reference.</summary>
    public bool IsDailyOfInitial { get; init; }

    /// <summary>Largest loss of the initial capital, as a fraction of it; null for none.</summary>
    public decimal? StaticDrawdown { get; init; }

    /// <summary>Largest fall from the highest mark, as a fraction of the initial capital; null for none.</summary>
    public decimal? TrailingDrawdown { get; init; }

    /// <summary>What the highest mark is taken from.</summary>
    public TrailingMode Trailing { get; init; }

    /// <summary>Whether the trailing floor stops at the initial capital.</summary>
    public bool LocksAtInitial { get; init; }

    /// <summary>Profit to reach, account currency; null where none is named.</summary>
    public decimal? Target { get; init; }
}
