using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk;

/// <summary>Journal payloads of the account's risk state.</summary>
internal static class RiskRecords
{
    public static JournalPayload DayReference(DayReference day, decimal initialCapital) => new()
    {
        ["day"] = day.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["balance"] = day.Balance,
        ["equity"] = day.Equity,
        ["ref"] = day.Amount,
        ["initialCapital"] = initialCapital,
    };

    public static JournalPayload Trading(TradingState state, string why) => new()
    {
        ["state"] = state.ToString(),
        ["why"] = why,
    };
}
