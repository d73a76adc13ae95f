using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>A deal as the terminal has it. Price in price units, money in account currency.</summary>
internal sealed record DealRow
{
    /// <summary>Number of the deal: with the account, what tells it from every other.</summary>
    public required long Deal { get; init; }

    /// <summary>Order that caused it.</summary>
    public required long Order { get; init; }

    /// <summary>Position it belongs to, by the number that stays.</summary>
    public required long Position { get; init; }

    /// <summary>Broker's name of the symbol; empty for bookings of money.</summary>
    public required string Symbol { get; init; }

    /// <summary>Direction.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>in, out, inout, out_by or balance.</summary>
    public required string Entry { get; init; }

    /// <summary>Lots.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Price.</summary>
    public required decimal Price { get; init; }

    /// <summary>Realised profit without swap and commission.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Realised swap.</summary>
    public required decimal Swap { get; init; }

    /// <summary>Commission; negative is paid.</summary>
    public required decimal Commission { get; init; }

    /// <summary>What a booking of money is: balance, credit, charge and the like; empty for a trade, and where an older expert does not tell.</summary>
    public string Booking { get; init; } = "";

    /// <summary>client, expert, sl, tp, so and the like.</summary>
    public required string Reason { get; init; }

    /// <summary>Number of the program.</summary>
    public required long Magic { get; init; }

    /// <summary>Comment at the broker.</summary>
    public required string Comment { get; init; }

    /// <summary>Client order id behind it; empty when it was not this host.</summary>
    public required string ClientOrderId { get; init; }

    /// <summary>UTC instant.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Whether it books money and no trade.</summary>
    public bool IsBooking => Entry == "balance" || Symbol.Length == 0;

    /// <summary>Reads a row, or an event that tells of a deal.</summary>
    /// <exception cref="ProtocolException">A member is missing.</exception>
    public static DealRow Of(JsonElement row) => new()
    {
        Deal = row.Whole("deal"),
        Order = row.WholeOr("order"),
        Position = row.WholeOr("identifier", row.WholeOr("position")),
        Symbol = row.TextOr("symbol"),
        Side = Sides.Read(row),
        Entry = row.TextOr("entry", "in"),
        Volume = row.NumberOr("volume"),
        Price = row.NumberOr("price"),
        Profit = row.NumberOr("profit"),
        Swap = row.NumberOr("swap"),
        Commission = row.NumberOr("commission"),
        Booking = row.TextOr("booking"),
        Reason = row.TextOr("reason"),
        Magic = row.WholeOr("magic"),
        Comment = row.TextOr("comment"),
        ClientOrderId = row.TextOr("cid"),
        Time = row.Time("time"),
    };
}
