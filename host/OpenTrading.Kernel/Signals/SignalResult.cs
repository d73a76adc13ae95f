using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Signals;

/// <summary>What a strategy says of a market.</summary>
public sealed record SignalResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Which strategy.</summary>
    public required string StrategyId { get; init; }

    /// <summary>Id of the recorded signal; asked again on the same bar it is the same.</summary>
    public required string SignalId { get; init; }

    /// <summary>What it says to do.</summary>
    public required SignalVerb Action { get; init; }

    /// <summary>How sure, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Price of the entry: the close, for a buy with the spread on top; null where nothing is to be done.</summary>
    public decimal? Entry { get; init; }

    /// <summary>Protective stop.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>Profit target.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>Distance to the target in multiples of that to the stop.</summary>
    public decimal? RewardRisk { get; init; }

    /// <summary>Why, in words; also why not.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>UTC opening time of the bar.</summary>
    public required DateTime BarTime { get; init; }

    /// <summary>Whether the gate would refuse an order of this confidence.</summary>
    public required bool BelowThreshold { get; init; }
}
