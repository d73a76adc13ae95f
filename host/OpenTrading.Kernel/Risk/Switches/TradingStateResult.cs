using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>Whether trading is possible now, and what stands against it.</summary>
public sealed record TradingStateResult : CapabilityResult
{
    /// <summary>When it was asked, market time.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Trading state of the account.</summary>
    public required TradingState State { get; init; }

    /// <summary>Whether the gate would let a small, sound entry pass on paper.</summary>
    public required bool CanTradePaper { get; init; }

    /// <summary>The same on a live account; false while no terminal is connected.</summary>
    public required bool CanTradeLive { get; init; }

    /// <summary>What the gate would refuse such an entry for.</summary>
    public required IReadOnlyList<Blocker> Blockers { get; init; }

    /// <summary>What AI clients may do: data-only, paper or live.</summary>
    public required string Mode { get; init; }

    /// <summary>The emergency stop.</summary>
    public required KillStatus KillSwitch { get; init; }

    /// <summary>Whether an operator is at work.</summary>
    public required OperatorSessionState OperatorSession { get; init; }

    /// <summary>Change of equity since the day's reference, percent.</summary>
    public required decimal DailyPnlPct { get; init; }

    /// <summary>What may still be lost today, percent of the reference; null without a limit or reference.</summary>
    public decimal? DailyLossRemainingPct { get; init; }

    /// <summary>Open positions of the account.</summary>
    public required int OpenPositions { get; init; }

    /// <summary>Entries sent since the day began.</summary>
    public required int TradesToday { get; init; }

    /// <summary>Conditions in which one does not trade.</summary>
    public required IReadOnlyList<NoTradeRow> NoTrade { get; init; }
}

/// <summary>A reason of the gate against any entry.</summary>
/// <param name="Code">Rule id.</param>
/// <param name="Message">Value, limit and remedy.</param>
public sealed record Blocker(string Code, string Message);

/// <summary>Whether an operator is at work.</summary>
/// <param name="Open">Whether a session is open.</param>
/// <param name="ExpiresAt">When it ends; null when none is open.</param>
public sealed record OperatorSessionState(bool Open, DateTime? ExpiresAt);

/// <summary>A condition in which one does not trade.</summary>
/// <param name="Condition">Which.</param>
/// <param name="Active">Whether it holds.</param>
/// <param name="Detail">What was found, or that no rule watches it.</param>
/// <param name="Until">When it ends; null when that is not known.</param>
public sealed record NoTradeRow(NoTradeCondition Condition, bool Active, string Detail, DateTime? Until = null);

/// <summary>Conditions in which one does not trade.</summary>
public enum NoTradeCondition
{
    /// <summary>An event of the calendar is near.</summary>
    News,

    /// <summary>The spread is too wide.</summary>
    Spread,

    /// <summary>The market is closed, or outside the trading window.</summary>
    Session,

    /// <summary>The day's rollover.</summary>
    Rollover,

    /// <summary>The price moves too fast.</summary>
    Volatility,

    /// <summary>The price is too old.</summary>
    StaleData,

    /// <summary>A holiday.</summary>
    Holiday,

    /// <summary>A pause after losses.</summary>
    Cooldown,
}
