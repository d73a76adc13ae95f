using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>Bookings of money as a terminal tells them.</summary>
internal static class Bookings
{
    /// <summary>The report of one.</summary>
    /// <param name="deal">The booking.</param>
    /// <param name="balance">Balance after it.</param>
    public static ExecutionReport Report(DealRow deal, decimal balance) => new()
    {
        Kind = ExecutionKind.Booking,
        Time = deal.Time,
        Symbol = "",
        DealId = deal.Deal,
        Booking = KindOf(deal),
        Amount = Amount(deal),
        Balance = balance,
        Reason = deal.Booking.Length > 0 ? deal.Booking : "the expert does not tell",
    };

    /// <summary>What it did to the balance: credit is kept apart from it.</summary>
    public static decimal OnBalance(DealRow deal) => KindOf(deal) == BookingKind.Credit ? 0 : Amount(deal);

    private static decimal Amount(DealRow deal) => deal.Profit + deal.Swap + deal.Commission;

    private static BookingKind KindOf(DealRow deal) => deal.Booking switch
    {
        "balance" => BookingKind.Transfer,
        "credit" => BookingKind.Credit,
        "charge" or "commission" or "interest" or "dividend" or "tax" or "agent" => BookingKind.Charge,
        "correction" or "bonus" => BookingKind.Correction,
        _ => BookingKind.Unknown,
    };
}
