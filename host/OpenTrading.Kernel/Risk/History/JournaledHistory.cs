using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper.Books;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.History;

/// <summary>Lets records tell a history what it was told when they were written.</summary>
internal static class JournaledHistory
{
    /// <summary>Takes a record about an order that has taken its step already.</summary>
    public static void Apply(HistoryBook history, JournalRecord record, Order order, OrderState before)
    {
        if (order.State != before)
        {
            history.Stepped(order, before, order.State);
        }

        switch (record.Type)
        {
            case "order.fill":
                history.Dealt(Deal(record.Payload), order);
                break;
            case "order.rejected" when record.Terms.Text("stage") == "broker":
                history.Refused(record.Terms.Time("brokerTime") ?? record.Time, record.Terms.Text("reason") ?? "");
                break;
            default:
                break;
        }
    }

    /// <summary>Takes a record about no order.</summary>
    public static void Apply(HistoryBook history, JournalRecord record)
    {
        switch (record.Type)
        {
            case "position.deal":
                history.Dealt(Deal(record.Payload), null);
                break;
            case RiskRecords.DayType:
                DayReference day = RiskRecords.Day(record.Payload);
                history.DayBegan(day, record.Payload.Decimal("initialCapital")!.Value, record.Payload.Decimal("balanceNow") ?? day.Balance);
                break;
            case RiskRecords.BookingType:
                Book(history, record.Payload);
                break;
            case RiskRecords.EquityType:
                history.Saw(record.Payload.Decimal("equity")!.Value);
                break;
            case RiskRecords.TradingType when RiskRecords.IsAcknowledgement(record.Actor, Enum.Parse<TradingState>(record.Payload.Text("state")!)):
                history.Acknowledged();
                break;
            case PaperBooks.ResetType:
                history.BeginAnew();
                break;
            default:
                break;
        }
    }

    private static void Book(HistoryBook history, JsonElement booking)
    {
        decimal shift = booking.Decimal("shift")!.Value;
        decimal gained = RiskRecords.Gained(Enum.Parse<BookingKind>(booking.Text("kind")!), booking.Decimal("amount")!.Value, shift);
        history.Booked(booking.Time("brokerTime")!.Value, gained, shift, booking.Decimal("balance")!.Value);
    }

    private static ExecutionReport Deal(JsonElement deal) => new()
    {
        Kind = ExecutionKind.Fill,
        Time = deal.Time("brokerTime")!.Value,
        Symbol = deal.Text("symbol")!,
        DealId = deal.Id("dealId")!.Value,
        Fill = new Fill(
            Names.Side(deal.Text("side")!),
            deal.Decimal("volume")!.Value,
            deal.Decimal("price")!.Value,
            Names.Reason(deal.Text("reason")!),
            deal.Id("position")!.Value,
            deal.Decimal("closedVolume")!.Value,
            deal.Decimal("profit")!.Value,
            deal.Decimal("commission")!.Value,
            deal.Decimal("swap")!.Value,
            deal.Decimal("balance")!.Value,
            deal.Decimal("sl"),
            deal.Decimal("tp"),
            deal.Decimal("positionVolume")!.Value,
            deal.Decimal("positionPrice")!.Value),
    };
}
