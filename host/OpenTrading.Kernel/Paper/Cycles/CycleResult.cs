using OpenTrading.Kernel.Signals;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Cycles;

/// <summary>A round of asking a strategy and acting on what it says.</summary>
public sealed record CycleResult : DataResult
{
    /// <summary>What the strategy said, symbol by symbol.</summary>
    public required IReadOnlyList<CycleSignal> Signals { get; init; }

    /// <summary>Entries; in a dry run those that the gate would let pass.</summary>
    public required IReadOnlyList<CycleOrder> Placed { get; init; }

    /// <summary>Orders that the gate refused, or would.</summary>
    public required IReadOnlyList<CycleRefusal> Rejected { get; init; }

    /// <summary>Closes of positions against a signal; in a dry run those that would be closed.</summary>
    public required IReadOnlyList<CycleOrder> Closed { get; init; }

    /// <summary>Symbols that could not be asked about, or traded.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }

    /// <summary>True when an earlier call of the same key ran it.</summary>
    public bool? Replayed { get; init; }
}

/// <summary>What the strategy said of a symbol.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="SignalId">The recorded signal.</param>
/// <param name="Action">What it says to do.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
/// <param name="BarTime">UTC opening time of the bar.</param>
/// <param name="Reason">Why, in words; also why not.</param>
/// <param name="Skipped">Why no entry follows; null when one does, or none was asked for.</param>
public sealed record CycleSignal(string Symbol, string SignalId, SignalVerb Action, double Confidence, DateTime BarTime, string Reason, string? Skipped);

/// <summary>An order of the round.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction of the order.</param>
/// <param name="Lots">Volume.</param>
/// <param name="OrderType">How it enters.</param>
/// <param name="Price">Price it waits for, or market when it was decided on.</param>
/// <param name="StopLoss">Stop level.</param>
/// <param name="TakeProfit">Target level.</param>
/// <param name="OrderId">Its id; null in a dry run.</param>
/// <param name="Status">How it stands; null in a dry run.</param>
/// <param name="DecisionId">What the gate decided.</param>
/// <param name="PositionId">Position it closes; null for an entry.</param>
public sealed record CycleOrder(
    string Symbol,
    OrderSide Side,
    decimal Lots,
    OrderType OrderType,
    decimal Price,
    decimal? StopLoss,
    decimal? TakeProfit,
    string? OrderId,
    PaperOrderStatus? Status,
    string? DecisionId,
    string? PositionId);

/// <summary>An order that the gate refused.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="DecisionId">What the gate decided, for explain_rejection.</param>
/// <param name="FailedRules">Rules that refused it.</param>
/// <param name="Reason">What they said.</param>
public sealed record CycleRefusal(string Symbol, string? DecisionId, IReadOnlyList<string> FailedRules, string Reason);
