using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>Money of an account as the terminal told it last, account currency.</summary>
/// <param name="Balance">Booked money.</param>
/// <param name="Equity">With open profit.</param>
/// <param name="Credit">Broker's credit.</param>
/// <param name="Profit">Open profit, swap included as the terminal counts it.</param>
/// <param name="Margin">Used margin.</param>
/// <param name="FreeMargin">Margin left.</param>
/// <param name="MarginLevel">Equity over margin, percent; 0 without positions.</param>
/// <param name="Time">UTC instant.</param>
internal sealed record AccountFigures(decimal Balance, decimal Equity, decimal Credit, decimal Profit, decimal Margin, decimal FreeMargin, decimal MarginLevel, DateTime Time)
{
    /// <summary>Reads them from any message that carries them.</summary>
    /// <exception cref="ProtocolException">One is missing.</exception>
    public static AccountFigures Of(JsonElement message) => new(
        message.Number("balance"),
        message.Number("equity"),
        message.NumberOr("credit"),
        message.NumberOr("profit"),
        message.Number("margin"),
        message.Number("margin_free"),
        message.NumberOr("margin_level"),
        message.Time("time"));
}
