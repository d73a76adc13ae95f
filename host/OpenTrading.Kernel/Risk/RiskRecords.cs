using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk;

/// <summary>Journal payloads of the account's risk state.</summary>
internal static class RiskRecords
{
    public const string DayType = "day.reference";
    public const string EquityType = "equity.high";
    public const string TradingType = "trading.state";

    public static JournalPayload DayReference(DayReference day, decimal initialCapital) => new()
    {
        ["day"] = day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["balance"] = day.Balance,
        ["equity"] = day.Equity,
        ["ref"] = day.Amount,
        ["initialCapital"] = initialCapital,
    };

    public static DayReference Day(JsonElement payload) => new(
        DateOnly.ParseExact(payload.Text("day")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        payload.Decimal("balance")!.Value,
        payload.Decimal("equity")!.Value,
        payload.Decimal("ref")!.Value);

    public static JournalPayload Equity(decimal equity) => new() { ["equity"] = equity };

    public static JournalPayload Trading(TradingState state, string why) => new()
    {
        ["state"] = state.ToString(),
        ["why"] = why,
    };

    /// <summary>Whether a change of the trading state says that an operator has looked at the account and lets it trade.</summary>
    public static bool IsAcknowledgement(string actor, TradingState state) =>
        state == TradingState.Active && actor.StartsWith("operator:", StringComparison.Ordinal);
}
