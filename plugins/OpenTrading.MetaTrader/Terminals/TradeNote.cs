using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>Something that happened to an order, a position or the account.</summary>
/// <param name="Kind">deal, order_placed, order_modified, order_canceled, order_expired, order_rejected or position_modified.</param>
/// <param name="Ticket">Number of the order, or of the position that was changed.</param>
/// <param name="Symbol">Broker's name of the symbol.</param>
/// <param name="ClientOrderId">Client order id behind it; empty when it was not this host.</param>
/// <param name="Time">UTC instant.</param>
/// <param name="Deal">The deal, of which it tells; null for the other kinds.</param>
internal sealed record TradeNote(string Kind, long Ticket, string Symbol, string ClientOrderId, DateTime Time, DealRow? Deal)
{
    /// <summary>Kind of a deal.</summary>
    public const string OfDeal = "deal";

    /// <summary>What the expert answered to a request of this host; null for what it told by itself.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>Reads a <c>trade</c> event.</summary>
    /// <exception cref="ProtocolException">A member is missing.</exception>
    public static TradeNote Of(JsonElement message)
    {
        string kind = message.Text("kind");
        long order = message.WholeOr("order");
        return new TradeNote(
            kind,
            order > 0 ? order : message.WholeOr("position"),
            message.TextOr("symbol"),
            message.TextOr("cid"),
            message.Time("time"),
            kind == OfDeal ? DealRow.Of(message) : null);
    }

    /// <summary>An answer to a request, to take its place among what is told.</summary>
    public static TradeNote Of(string clientOrderId, Receipt receipt) => new("answer", receipt.Order, "", clientOrderId, default, null) { Receipt = receipt };

    /// <summary>The end of an order that was found in the history; null when it has none or was filled.</summary>
    public static TradeNote? Of(OrderRow order) => order is { State: "canceled" or "expired" or "rejected", DoneAt: { } at }
        ? new TradeNote($"order_{order.State}", order.Ticket, order.Symbol, order.ClientOrderId, at, null)
        : null;

    /// <summary>A deal that was found in the history.</summary>
    public static TradeNote Of(DealRow deal) => new(OfDeal, deal.Order, deal.Symbol, deal.ClientOrderId, deal.Time, deal);
}
