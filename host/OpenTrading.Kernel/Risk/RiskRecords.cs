using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk;

/// <summary>Journal payloads of the account's risk state.</summary>
internal static class RiskRecords
{
    public const string DayType = "day.reference";
    public const string EquityType = "equity.high";
    public const string TradingType = "trading.state";
    public const string BookingType = "account.booking";

    /// <summary>The reference of a day.</summary>
    /// <param name="day">The reference.</param>
    /// <param name="initialCapital">Initial capital.</param>
    /// <param name="balance">Balance when it was taken: not the reference's, where the reset had passed.</param>
    /// <param name="isExplained">Whether the journal explains that balance.</param>
    public static JournalPayload DayReference(DayReference day, decimal initialCapital, decimal balance, bool isExplained)
    {
        var payload = new JournalPayload
        {
            ["day"] = day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["balance"] = day.Balance,
            ["equity"] = day.Equity,
            ["ref"] = day.Amount,
            ["initialCapital"] = initialCapital,
        };
        if (balance != day.Balance)
        {
            payload["balanceNow"] = balance;
        }

        if (!isExplained)
        {
            payload["unexplained"] = true;
        }

        return payload;
    }

    /// <summary>A booking of money, with what it does to the references of losses.</summary>
    /// <param name="report">The booking.</param>
    /// <param name="shift">What references move by.</param>
    /// <param name="why">Why by that.</param>
    /// <param name="initialCapital">Initial capital after it; 0 where none was taken yet.</param>
    /// <param name="paidIn">What was paid in with it.</param>
    public static JournalPayload Booking(ExecutionReport report, decimal shift, string why, decimal initialCapital, PaidIn paidIn) => new()
    {
        ["dealId"] = report.DealId.ToString(CultureInfo.InvariantCulture),
        ["kind"] = report.Booking.ToString(),
        ["what"] = report.Reason,
        ["amount"] = report.Amount,
        ["balance"] = report.Balance,
        ["brokerTime"] = report.Time,
        ["shift"] = shift,
        ["why"] = why,
        ["initialCapital"] = initialCapital,
        ["paidIn"] = paidIn.Amount,
        ["configured"] = paidIn.Configured,
    };

    /// <summary>What a booking did to the balance that no reference moved with.</summary>
    public static decimal Gained(BookingKind kind, decimal amount, decimal shift) => kind == BookingKind.Credit ? 0 : amount - shift;

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
