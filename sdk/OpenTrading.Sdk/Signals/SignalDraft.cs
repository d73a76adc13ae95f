using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Signals;

/// <summary>A signal before it is recorded. It is an opinion and never an order.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SignalDraft
{
    /// <summary>Where it comes from.</summary>
    /// <value>Default <see cref="SignalKind.Signal"/>.</value>
    public SignalKind Kind { get; init; }

    /// <summary>Instrument and source of the bars it was made from.</summary>
    public required MarketSymbol Symbol { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>What made it: a strategy, a voting method, a preset of a scan.</summary>
    public required string StrategyId { get; init; }

    /// <summary>UTC opening time of the newest bar it knows.</summary>
    public required DateTime BarTime { get; init; }

    /// <summary>Which way; null for none.</summary>
    public OrderSide? Side { get; init; }

    /// <summary>How sure, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>How it would enter.</summary>
    /// <value>Default at the market.</value>
    public OrderType EntryType { get; init; } = OrderType.Market;

    /// <summary>Price of the entry, in price units; null for none.</summary>
    public decimal? Entry { get; init; }

    /// <summary>Protective stop, in price units; null for none.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>Profit target, in price units; null for none.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>Why, in words.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Distance to the target in multiples of that to the stop; null where one of them is missing.</summary>
    public decimal? RewardRisk => Entry is { } entry && StopLoss is { } stop && TakeProfit is { } target && entry != stop
        ? Math.Round(Math.Abs(target - entry) / Math.Abs(entry - stop), 2)
        : null;
}
