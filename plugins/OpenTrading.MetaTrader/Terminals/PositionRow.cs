using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>An open position as the terminal has it. Prices in price units, money in account currency; a level of 0 is none.</summary>
internal sealed record PositionRow
{
    /// <summary>Number by which it is closed and changed; may change while it is open.</summary>
    public required long Ticket { get; init; }

    /// <summary>Number that stays.</summary>
    public required long Identifier { get; init; }

    /// <summary>Broker's name of the symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Direction.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Open lots.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Entry price.</summary>
    public required decimal Price { get; init; }

    /// <summary>Price it would be closed at.</summary>
    public required decimal CurrentPrice { get; init; }

    /// <summary>Stop level.</summary>
    public required decimal StopLoss { get; init; }

    /// <summary>Target level.</summary>
    public required decimal TakeProfit { get; init; }

    /// <summary>Open profit without swap and commission.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Accrued swap.</summary>
    public required decimal Swap { get; init; }

    /// <summary>Commission charged and not yet booked.</summary>
    public required decimal Commission { get; init; }

    /// <summary>Number of the program that opened it.</summary>
    public required long Magic { get; init; }

    /// <summary>Comment at the broker.</summary>
    public required string Comment { get; init; }

    /// <summary>Client order id that opened it; empty when it was not this host.</summary>
    public required string ClientOrderId { get; init; }

    /// <summary>UTC instant of its opening.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Reads a row.</summary>
    /// <exception cref="ProtocolException">A member is missing.</exception>
    public static PositionRow Of(JsonElement row) => new()
    {
        Ticket = row.Whole("ticket"),
        Identifier = row.WholeOr("identifier", row.Whole("ticket")),
        Symbol = row.Text("symbol"),
        Side = Sides.Read(row),
        Volume = row.Number("volume"),
        Price = row.Number("price"),
        CurrentPrice = row.NumberOr("price_current"),
        StopLoss = row.NumberOr("sl"),
        TakeProfit = row.NumberOr("tp"),
        Profit = row.NumberOr("profit"),
        Swap = row.NumberOr("swap"),
        Commission = row.NumberOr("commission"),
        Magic = row.WholeOr("magic"),
        Comment = row.TextOr("comment"),
        ClientOrderId = row.TextOr("cid"),
        Time = row.Time("time"),
    };
}
