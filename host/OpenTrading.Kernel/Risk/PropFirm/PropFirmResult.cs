using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>Where an account stands against limits in the style of a funding firm.</summary>
public sealed record PropFirmResult : DataResult
{
    /// <summary>Whose limits.</summary>
    public required string Profile { get; init; }

    /// <summary>Loss since the day's reset, percent of what its limit is a percentage of; 0 for a gain.</summary>
    public required decimal DailyLossUsedPct { get; init; }

    /// <summary>Most that may be lost in a day, percent; null without a limit.</summary>
    public decimal? DailyLossLimitPct { get; init; }

    /// <summary>Fall below the initial capital, or below the highest mark where that limit is the nearer one, percent of the initial capital.</summary>
    public required decimal TotalDrawdownPct { get; init; }

    /// <summary>Limit of that fall, percent; null without one.</summary>
    public decimal? DrawdownLimitPct { get; init; }

    /// <summary>Profit in percent of the target; null where none is named.</summary>
    public decimal? TargetProgressPct { get; init; }

    /// <summary>Days with an entry.</summary>
    public required int TradingDays { get; init; }

    /// <summary>Share of the best day in the whole profit, percent; null without a profit.</summary>
    public decimal? ConsistencyPct { get; init; }

    /// <summary>Whether equity is below a floor now.</summary>
    public required bool Breached { get; init; }

    /// <summary>What may be lost until equity stands on the highest floor; null without a limit.</summary>
    public decimal? HeadroomMoney { get; init; }

    /// <summary>Account currency.</summary>
    public required string Currency { get; init; }
}
