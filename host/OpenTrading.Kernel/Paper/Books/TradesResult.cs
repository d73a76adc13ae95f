using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Books;

/// <summary>Closed trades of the paper account.</summary>
public sealed record TradesResult : PaperList
{
    /// <summary>The trades, newest first.</summary>
    public required IReadOnlyList<TradeRow> Trades { get; init; }

    /// <summary>Currency of the money.</summary>
    public required string Currency { get; init; }
}

/// <summary>A closed part of a position.</summary>
/// <param name="TradeId">Its id.</param>
/// <param name="PositionId">Position it is a part of.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction of the position.</param>
/// <param name="Lots">Lots closed.</param>
/// <param name="Entry">Average entry price.</param>
/// <param name="Exit">Exit price.</param>
/// <param name="Pnl">What the account gained or lost by it, costs included, account currency.</param>
/// <param name="R">That in multiples of the initial risk; null where that is not known.</param>
/// <param name="Costs">Swap and commission, account currency; negative where they cost.</param>
/// <param name="OpenedAt">Market time of the entry.</param>
/// <param name="ClosedAt">Market time of the exit.</param>
/// <param name="ExitReason"><c>close</c>, <c>reverse</c>, <c>sl</c>, <c>tp</c>, <c>stopout</c> or <c>end</c>.</param>
/// <param name="StrategyId">Strategy behind it; null where there is none.</param>
public sealed record TradeRow(
    string TradeId,
    string PositionId,
    string Symbol,
    OrderSide Side,
    decimal Lots,
    decimal Entry,
    decimal Exit,
    decimal Pnl,
    decimal? R,
    decimal Costs,
    DateTime OpenedAt,
    DateTime ClosedAt,
    string ExitReason,
    string? StrategyId)
{
    /// <summary>The row of a trade.</summary>
    public static TradeRow Of(ClosedTrade trade) => new(
        trade.TradeId,
        PaperIds.OfPosition(trade.Position, trade.OpenedAt),
        trade.Symbol,
        trade.Side,
        trade.Lots,
        trade.Entry,
        trade.Exit,
        trade.Net,
        trade.R,
        trade.Costs,
        trade.OpenedAt,
        trade.ClosedAt,
        trade.ExitReason,
        trade.StrategyId);
}
