using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>The newest prices of a symbol.</summary>
/// <param name="Bid">Best bid, at the symbol's digits.</param>
/// <param name="Ask">Best ask, at the symbol's digits.</param>
/// <param name="Time">UTC instant.</param>
internal readonly record struct BrokerQuote(decimal Bid, decimal Ask, DateTime Time)
{
    /// <summary>Whether both prices are there and not crossed.</summary>
    public bool IsSound => Bid > 0 && Ask >= Bid;

    /// <summary>Reads an answer to <c>quote</c>.</summary>
    public static BrokerQuote Of(JsonElement answer) => new(answer.Number("bid"), answer.Number("ask"), answer.Time("time"));

    /// <summary>Reads a row of a <c>ticks</c> event: symbol, time, bid, ask.</summary>
    public static BrokerQuote OfRow(JsonElement row) => new(row.Number(2), row.Number(3), UnixTime.From(row.Whole(1)));
}
