using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Books;

/// <summary>Open positions of the paper account.</summary>
public sealed record PositionsResult : PaperList
{
    /// <summary>The positions, newest first.</summary>
    public required IReadOnlyList<PositionRow> Positions { get; init; }

    /// <summary>Their open profit without swap, account currency.</summary>
    public required decimal TotalProfit { get; init; }

    /// <summary>How many are open.</summary>
    public required int Count { get; init; }

    /// <summary>Currency of the money.</summary>
    public required string Currency { get; init; }
}

/// <summary>An open position.</summary>
/// <param name="PositionId">Its id.</param>
/// <param name="Ticket">Broker's number.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Open lots.</param>
/// <param name="OpenPrice">Entry price.</param>
/// <param name="CurrentPrice">Price at which it would close now; null without a quote.</param>
/// <param name="StopLoss">Stop level.</param>
/// <param name="TakeProfit">Target level.</param>
/// <param name="Profit">Open profit without swap, account currency.</param>
/// <param name="Swap">Swap so far, account currency.</param>
/// <param name="OpenR">Price distance gained in multiples of the distance to the stop it was opened with; null without one.</param>
/// <param name="OpenedAt">Market time of the entry.</param>
/// <param name="StrategyId">Strategy behind it; null where there is none.</param>
/// <param name="Exits">Exits that the host manages; null where there are none.</param>
public sealed record PositionRow(
    string PositionId,
    long Ticket,
    string Symbol,
    OrderSide Side,
    decimal Lots,
    decimal OpenPrice,
    decimal? CurrentPrice,
    decimal? StopLoss,
    decimal? TakeProfit,
    decimal Profit,
    decimal Swap,
    decimal? OpenR,
    DateTime OpenedAt,
    string? StrategyId,
    ExitPlan? Exits);
