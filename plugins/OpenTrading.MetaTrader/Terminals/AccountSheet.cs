using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>What does not change of an account while it is connected.</summary>
/// <param name="Name">Name of its owner.</param>
/// <param name="CurrencyDigits">Decimal digits of its currency.</param>
/// <param name="LimitOrders">Most working orders that the broker takes; 0 for any number.</param>
/// <param name="StopOutLevel">Margin level at which the broker closes positions, percent or money.</param>
internal sealed record AccountSheet(string Name, int CurrencyDigits, long LimitOrders, decimal StopOutLevel)
{
    /// <summary>Reads an answer to <c>account</c>.</summary>
    public static AccountSheet Of(JsonElement answer) => new(
        answer.TextOr("name"), (int)Math.Clamp(answer.WholeOr("currency_digits", 2), 0, 8), answer.WholeOr("limit_orders"), answer.NumberOr("stop_out_level"));
}
