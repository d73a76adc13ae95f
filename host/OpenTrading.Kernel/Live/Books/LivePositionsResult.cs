using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Books;

/// <summary>Open positions of an account at a broker.</summary>
public sealed record LivePositionsResult : LiveList
{
    /// <summary>The positions, newest first.</summary>
    public required IReadOnlyList<LivePositionRow> Positions { get; init; }
}

/// <summary>An open position.</summary>
/// <param name="Ticket">Broker's number.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Open lots.</param>
/// <param name="OpenPrice">Entry price.</param>
/// <param name="CurrentPrice">Price at which it would close now; null without a quote.</param>
/// <param name="StopLoss">Stop level.</param>
/// <param name="TakeProfit">Target level.</param>
/// <param name="Profit">Open profit without swap.</param>
/// <param name="Swap">Swap so far.</param>
/// <param name="OpenR">Price distance gained in multiples of the distance to the stop of its request; null without one.</param>
/// <param name="OpenedAt">UTC instant of the entry.</param>
/// <param name="Magic">Mark of the program that opened it; 0 for none.</param>
/// <param name="Comment">Comment at the broker.</param>
/// <param name="RequestId">Request that opened it; null where it is none of this host's.</param>
/// <param name="Protected">Whether it has a stop.</param>
public sealed record LivePositionRow(
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
    long Magic,
    string Comment,
    string? RequestId,
    bool Protected);
