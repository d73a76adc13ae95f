namespace OpenTrading.Sdk.Risk;

/// <summary>What the host's journal knows and a rule may need.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RiskState
{
    /// <summary>Effective kill level: 0 none, 1 no entries, 2 also cancel pendings, 3 also flatten.</summary>
    public int KillLevel { get; init; }

    /// <summary>Trading state of the account.</summary>
    public TradingState Trading { get; init; } = TradingState.Active;

    /// <summary>Reference of the current day; null when it is not known.</summary>
    public DayReference? Day { get; init; }

    /// <summary>Equity at the first start, account currency.</summary>
    public decimal InitialCapital { get; init; }

    /// <summary>Market entry orders sent and not yet visible at the broker, by symbol.</summary>
    public IReadOnlyDictionary<string, int> InFlightEntries { get; init; } = new Dictionary<string, int>();
}
