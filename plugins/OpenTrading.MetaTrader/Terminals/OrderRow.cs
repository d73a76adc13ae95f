using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>A working or past order as the terminal has it. Prices in price units; 0 is none.</summary>
internal sealed record OrderRow
{
    /// <summary>Number at the broker.</summary>
    public required long Ticket { get; init; }

    /// <summary>Broker's name of the symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Direction.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>How it fills.</summary>
    public required OrderType Type { get; init; }

    /// <summary>Lots it was placed with.</summary>
    public required decimal InitialVolume { get; init; }

    /// <summary>Lots not yet filled.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Trigger or limit price.</summary>
    public required decimal Price { get; init; }

    /// <summary>Limit price of a stop-limit.</summary>
    public required decimal StopLimit { get; init; }

    /// <summary>Stop level.</summary>
    public required decimal StopLoss { get; init; }

    /// <summary>Target level.</summary>
    public required decimal TakeProfit { get; init; }

    /// <summary>UTC instant at which it lapses; null stays.</summary>
    public required DateTime? Expiry { get; init; }

    /// <summary>Number of the program that placed it.</summary>
    public required long Magic { get; init; }

    /// <summary>Comment at the broker.</summary>
    public required string Comment { get; init; }

    /// <summary>Client order id that placed it; empty when it was not this host.</summary>
    public required string ClientOrderId { get; init; }

    /// <summary>UTC instant it was placed.</summary>
    public required DateTime Time { get; init; }

    /// <summary>placed, filled, canceled, expired, rejected and the like.</summary>
    public required string State { get; init; }

    /// <summary>UTC instant of its end; null while it works.</summary>
    public required DateTime? DoneAt { get; init; }

    /// <summary>Position it belongs to; 0 for none.</summary>
    public required long Position { get; init; }

    /// <summary>Reads a row.</summary>
    /// <exception cref="ProtocolException">A member is missing.</exception>
    public static OrderRow Of(JsonElement row) => new()
    {
        Ticket = row.Whole("ticket"),
        Symbol = row.Text("symbol"),
        Side = Sides.Read(row),
        Type = Sides.ReadType(row),
        InitialVolume = row.NumberOr("volume_initial", row.Number("volume")),
        Volume = row.Number("volume"),
        Price = row.NumberOr("price"),
        StopLimit = row.NumberOr("stoplimit"),
        StopLoss = row.NumberOr("sl"),
        TakeProfit = row.NumberOr("tp"),
        Expiry = row.WholeOr("expiry") is > 0 and var expiry ? UnixTime.From(expiry) : null,
        Magic = row.WholeOr("magic"),
        Comment = row.TextOr("comment"),
        ClientOrderId = row.TextOr("cid"),
        Time = row.Time("time"),
        State = row.TextOr("state"),
        DoneAt = row.WholeOr("time_done") is > 0 and var done ? UnixTime.From(done) : null,
        Position = row.WholeOr("position"),
    };
}
