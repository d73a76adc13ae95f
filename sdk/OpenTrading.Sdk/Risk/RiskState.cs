using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Risk;

/// <summary>What the host's journal knows and a rule may need.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RiskState
{
    /// <summary>Effective kill level: 0 none, 1 no entries, 2 also cancel pendings, 3 also flatten.</summary>
    public int KillLevel { get; init; }

    /// <summary>Trading state of the account.</summary>
    public TradingState Trading { get; init; } = TradingState.Active;

    /// <summary>Reference of the current day, with what was paid in and out since; null when it is not known.</summary>
    public DayReference? Day { get; init; }

    /// <summary>UTC instant at which the current day began; null when it is not known.</summary>
    public DateTime? DayStart { get; init; }

    /// <summary>Reference at the first reset of the current week, account currency; null when it is not known.</summary>
    public decimal? WeekReference { get; init; }

    /// <summary>Highest balance at any reset, at least the initial capital, account currency.</summary>
    public decimal HighestBalance { get; init; }

    /// <summary>Highest own equity that was seen, at least the initial capital, account currency; followed only where a rule needs it.</summary>
    public decimal HighestEquity { get; init; }

    /// <summary>Initial capital as configured, else equity at the first start, with <see cref="PaidIn"/>, account currency.</summary>
    public decimal InitialCapital { get; init; }

    /// <summary>What was paid in since the initial capital was taken, less what was paid out, account currency; part of <see cref="InitialCapital"/>.</summary>
    public decimal PaidIn { get; init; }

    /// <summary>Orders that were sent and whose outcome nobody knows.</summary>
    public IReadOnlyList<OrderIntent> InDoubt { get; init; } = [];

    /// <summary>Market entry orders sent and not yet visible at the broker, by symbol.</summary>
    public IReadOnlyDictionary<string, int> InFlightEntries { get; init; } = new Dictionary<string, int>();
}
