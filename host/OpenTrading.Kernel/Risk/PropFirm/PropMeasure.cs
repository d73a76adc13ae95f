using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>Where an account stands against a profile. Money is account currency.</summary>
/// <param name="profile">The limits.</param>
/// <param name="initial">Initial capital.</param>
/// <param name="equity">Equity now.</param>
public sealed class PropMeasure(PropProfile profile, decimal initial, decimal equity)
{
    /// <summary>Money that the day's loss is measured from.</summary>
    public required decimal Reference { get; init; }

    /// <summary>Highest mark of the trailing drawdown.</summary>
    public required decimal HighestMark { get; init; }

    /// <summary>Equity that the day must not fall below; null without a limit.</summary>
    public decimal? DayFloor => profile.DailyLoss is { } fraction ? Reference - (fraction * DayBase) : null;

    /// <summary>Loss of the day in percent of what its limit is a percentage of; 0 for a gain.</summary>
    public decimal DayLossPct => Percent.Of(Math.Max(0, Reference - equity), DayBase);

    /// <summary>Equity that the account must never fall below; null without a limit.</summary>
    public decimal? TotalFloor => Highest(StaticFloor, TrailingFloor);

    /// <summary>Fall from the initial capital, or from the highest mark where that limit is the nearer one, in percent of the initial capital.</summary>
    public decimal DrawdownPct => Percent.Of(Math.Max(0, (IsTrailingNearer ? HighestMark : initial) - equity), initial);

    /// <summary>Limit of that fall, percent; null without one.</summary>
    public decimal? DrawdownLimitPct => 100 * (IsTrailingNearer ? profile.TrailingDrawdown : profile.StaticDrawdown);

    /// <summary>Whether equity is below a floor.</summary>
    public bool IsBreached => equity < Highest(DayFloor, TotalFloor);

    /// <summary>What may be lost until equity stands on the highest floor; 0 below it, null without a limit.</summary>
    public decimal? Headroom => Highest(DayFloor, TotalFloor) is { } floor ? Math.Max(0, equity - floor) : null;

    /// <summary>The part of the money that counts for a day's reference.</summary>
    public static decimal ReferenceOf(DayReferenceKind kind, decimal balance, decimal equity) => kind switch
    {
        DayReferenceKind.Balance => balance,
        DayReferenceKind.Equity => equity,
        _ => Math.Max(balance, equity),
    };

    private decimal DayBase => profile.IsDailyOfInitial ? initial : Reference;

    private decimal? StaticFloor => profile.StaticDrawdown is { } fraction ? initial * (1 - fraction) : null;

    private decimal? TrailingFloor => profile.TrailingDrawdown is not { } fraction ? null
        : profile.LocksAtInitial ? Math.Min(initial, HighestMark - (fraction * initial))
        : HighestMark - (fraction * initial);

    private bool IsTrailingNearer => TrailingFloor is { } trailing && (StaticFloor is not { } fixedFloor || trailing > fixedFloor);

    private static decimal? Highest(decimal? a, decimal? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
