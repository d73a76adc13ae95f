using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>Positions whose close was asked for.</summary>
public sealed record ClosedResult : DataResult
{
    /// <summary>Those whose close is done, or waits for the next bar.</summary>
    public required IReadOnlyList<ClosedRow> Closed { get; init; }

    /// <summary>Those whose close was refused.</summary>
    public required IReadOnlyList<CloseFailure> Failed { get; init; }

    /// <summary>Sum of what is known of their results, account currency.</summary>
    public required decimal TotalPnl { get; init; }

    /// <summary>Currency of the money.</summary>
    public required string Currency { get; init; }
}

/// <summary>A position whose close was asked for.</summary>
/// <param name="PositionId">Its id.</param>
/// <param name="Status">Filled, or pending until the next bar opens; then price and result are not known yet.</param>
/// <param name="OrderId">Order that closes it.</param>
/// <param name="TradeId">The trade that this made of it.</param>
/// <param name="ClosedLots">Lots closed.</param>
/// <param name="RemainingLots">Lots that stay open.</param>
/// <param name="Exit">Exit price.</param>
/// <param name="Pnl">Result with costs, account currency.</param>
/// <param name="R">That in multiples of the initial risk.</param>
public sealed record ClosedRow(
    string PositionId, PaperOrderStatus Status, string OrderId, string? TradeId, decimal ClosedLots, decimal RemainingLots, decimal? Exit, decimal? Pnl, decimal? R);

/// <summary>A position whose close was refused.</summary>
/// <param name="PositionId">Its id.</param>
/// <param name="Code">Which error.</param>
/// <param name="Message">Why.</param>
public sealed record CloseFailure(string PositionId, string Code, string Message);
