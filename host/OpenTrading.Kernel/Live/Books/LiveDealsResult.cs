using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live.Books;

/// <summary>Deals of an account at a broker.</summary>
public sealed record LiveDealsResult : LiveList
{
    /// <summary>The deals, newest first.</summary>
    public required IReadOnlyList<LiveDealRow> Deals { get; init; }

    /// <summary>Sums over all of them, not the part alone.</summary>
    public required LiveDealTotals Totals { get; init; }
}

/// <summary>A deal.</summary>
/// <param name="Ticket">Broker's number.</param>
/// <param name="PositionTicket">Position it opened, changed or closed.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction of the deal.</param>
/// <param name="Entry">In or out.</param>
/// <param name="Lots">Volume.</param>
/// <param name="Price">Price.</param>
/// <param name="Profit">Realised gross profit.</param>
/// <param name="Swap">Realised swap.</param>
/// <param name="Commission">Commission; negative is paid.</param>
/// <param name="Time">UTC instant.</param>
/// <param name="RequestId">Request behind it; null where it is none of this host's.</param>
public sealed record LiveDealRow(
    long Ticket,
    long PositionTicket,
    string Symbol,
    OrderSide Side,
    DealEntry Entry,
    decimal Lots,
    decimal Price,
    decimal Profit,
    decimal Swap,
    decimal Commission,
    DateTime Time,
    string? RequestId);

/// <summary>What a deal did to its position.</summary>
public enum DealEntry
{
    /// <summary>Opened or enlarged it.</summary>
    In,

    /// <summary>Closed it, wholly or in part.</summary>
    Out,
}

/// <summary>Sums over deals, account currency.</summary>
/// <param name="Profit">Gross profit.</param>
/// <param name="Swap">Swap.</param>
/// <param name="Commission">Commission.</param>
/// <param name="Net">All of it.</param>
public sealed record LiveDealTotals(decimal Profit, decimal Swap, decimal Commission, decimal Net);
