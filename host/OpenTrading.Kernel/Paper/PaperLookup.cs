using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper;

/// <summary>Finds orders and positions by what callers call them.</summary>
internal static class PaperLookup
{
    /// <summary>The order of an id; null when there is none.</summary>
    public static Order? Order(TradingDesk desk, string id) => desk.Ledger.All.LastOrDefault(o => o.Id == id || PaperIds.Of(o) == id);

    /// <summary>The open position of an id; null when none is open under it.</summary>
    public static Position? Position(TradingDesk desk, string id) => desk.Broker.Positions.FirstOrDefault(p => PaperIds.Of(p) == id);

    /// <summary>The open position of an id.</summary>
    /// <exception cref="CapabilityException">There is none, or it is closed.</exception>
    public static Position RequirePosition(TradingDesk desk, TradeBook trades, string id) => Position(desk, id) ?? throw (
        trades.Newest.FirstOrDefault(t => PaperIds.OfPosition(t.Position, t.OpenedAt) == id) is { } closed
            ? new CapabilityException(ErrorCode.StateConflict, $"Position {id} is closed since {closed.ClosedAt:yyyy-MM-dd HH:mm} UTC by {closed.ExitReason}", "See paper_list_trades.")
            : new CapabilityException(ErrorCode.NotFound, $"There is no position {id}", "List them with paper_list_positions."));
}
