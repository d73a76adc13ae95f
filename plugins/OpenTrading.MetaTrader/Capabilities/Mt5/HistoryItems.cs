using OpenTrading.MetaTrader.Terminals;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>Makes items of a terminal's rows.</summary>
internal static class HistoryItems
{
    /// <summary>An item of a deal.</summary>
    public static Mt5HistoryItem Of(DealRow deal) => new(
        deal.Deal, deal.Order, deal.Position, deal.Symbol, Sides.Name(deal.Side), deal.Entry, null, null, deal.Volume, deal.Price,
        deal.Profit, deal.Swap, deal.Commission, deal.Reason, deal.Magic, deal.Comment, Text(deal.ClientOrderId), deal.Time);

    /// <summary>An item of a past order.</summary>
    public static Mt5HistoryItem Of(OrderRow order) => new(
        order.Ticket, null, order.Position == 0 ? null : order.Position, order.Symbol, Sides.Name(order.Side), null, Sides.Name(order.Type), order.State, order.InitialVolume, order.Price,
        null, null, null, null, order.Magic, order.Comment, Text(order.ClientOrderId), order.DoneAt ?? order.Time);

    /// <summary>Sums over items.</summary>
    public static Mt5Totals Totals(IReadOnlyList<Mt5HistoryItem> items) => new(
        items.Count, items.Where(i => i.Entry != "balance").Sum(i => i.Lots), items.Where(i => i.Entry != "balance").Sum(i => i.Profit ?? 0), items.Sum(i => i.Swap ?? 0), items.Sum(i => i.Commission ?? 0));

    private static string? Text(string text) => text.Length > 0 ? text : null;
}
