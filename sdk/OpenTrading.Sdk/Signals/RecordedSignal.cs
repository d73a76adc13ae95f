using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Signals;

/// <summary>A signal as the journal keeps it.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RecordedSignal
{
    /// <summary><c>sig_</c> and a ULID. One signal of one bar has one id, however often it is made.</summary>
    public required string SignalId { get; init; }

    /// <summary>UTC market time at which it was made.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Where it comes from.</summary>
    public required SignalKind Kind { get; init; }

    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Source of the bars, such as <c>file:EURUSD</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>What made it.</summary>
    public required string StrategyId { get; init; }

    /// <summary>UTC opening time of the newest bar it knew.</summary>
    public required DateTime BarTime { get; init; }

    /// <summary>Which way; null for none.</summary>
    public OrderSide? Side { get; init; }

    /// <summary>How sure, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>How it would enter.</summary>
    public OrderType EntryType { get; init; } = OrderType.Market;

    /// <summary>Price of the entry; null for none.</summary>
    public decimal? Entry { get; init; }

    /// <summary>Protective stop; null for none.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>Profit target; null for none.</summary>
    public decimal? TakeProfit { get; init; }
}
