using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>Written names of the wire.</summary>
internal static class Sides
{
    /// <summary>The side of a row.</summary>
    /// <exception cref="ProtocolException">It has none.</exception>
    public static OrderSide Read(JsonElement row) => row.Text("side") switch
    {
        "buy" => OrderSide.Buy,
        "sell" => OrderSide.Sell,
        _ => throw new ProtocolException("'side' is neither buy nor sell"),
    };

    /// <summary>The name of a side.</summary>
    public static string Name(OrderSide side) => side == OrderSide.Buy ? "buy" : "sell";

    /// <summary>The type of a row.</summary>
    /// <exception cref="ProtocolException">It has none.</exception>
    public static OrderType ReadType(JsonElement row) => row.Text("type") switch
    {
        "market" => OrderType.Market,
        "limit" => OrderType.Limit,
        "stop" => OrderType.Stop,
        "stop_limit" => OrderType.StopLimit,
        _ => throw new ProtocolException("'type' is no type of order"),
    };

    /// <summary>The name of a type.</summary>
    public static string Name(OrderType type) => type switch
    {
        OrderType.Market => "market",
        OrderType.Limit => "limit",
        OrderType.Stop => "stop",
        _ => "stop_limit",
    };
}
