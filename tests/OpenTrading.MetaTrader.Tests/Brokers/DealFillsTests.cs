using System.Text.Json;
using OpenTrading.MetaTrader.Brokers;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.MetaTrader.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Tests.Brokers;

/// <summary>What stood after each deal, reckoned from what stands after all.</summary>
public sealed class DealFillsTests
{
    [Fact]
    public void Of_SeveralDealsOfOnePosition_VolumeAndBalanceAreThoseAfterEach()
    {
        TradeNote[] notes = [Deal(1, "in", 0.5m, 0, -1m), Deal(2, "out", 0.2m, 30m, 0), Deal(3, "out", 0.1m, -10m, 0)];

        IReadOnlyDictionary<DealRow, Fill> fills = DealFills.Of(notes, Book(10_019m, 0.2m), out _);

        Assert.Equal([0.5m, 0.3m, 0.2m], notes.Select(n => fills[n.Deal!].PositionVolume));
        Assert.Equal([9_999m, 10_029m, 10_019m], notes.Select(n => fills[n.Deal!].Balance));
        Assert.Equal([0m, 0.2m, 0.1m], notes.Select(n => fills[n.Deal!].ClosedVolume));
        Assert.Equal([FillReason.Open, FillReason.Close, FillReason.Close], notes.Select(n => fills[n.Deal!].Reason));
    }

    [Theory]
    [InlineData("sl", FillReason.StopLoss)]
    [InlineData("tp", FillReason.TakeProfit)]
    [InlineData("so", FillReason.StopOut)]
    [InlineData("client", FillReason.Close)]
    public void Of_Close_HasItsReasonAndLeavesNothing(string reason, FillReason wanted)
    {
        TradeNote note = Deal(2, "out", 0.5m, 5m, 0, reason);

        Fill fill = DealFills.Of([note], Book(10_005m, null), out _)[note.Deal!];

        Assert.Equal((wanted, 0m, 0m, 0.5m, null), (fill.Reason, fill.PositionVolume, fill.PositionPrice, fill.ClosedVolume, fill.StopLoss));
    }

    [Fact]
    public void Of_Reversal_ClosesWhatWasThere()
    {
        TradeNote note = Deal(2, "inout", 0.3m, 5m, 0);

        Fill fill = DealFills.Of([note], Book(10_005m, 0.2m), out _)[note.Deal!];

        Assert.Equal((FillReason.Reverse, 0.2m, 0.1m), (fill.Reason, fill.PositionVolume, fill.ClosedVolume));
    }

    [Fact]
    public void Of_Booking_MovesTheBalanceAndIsNoFill()
    {
        TradeNote opened = Deal(1, "in", 0.5m, 0, 0);
        TradeNote deposit = TradeNote.Of(opened.Deal! with { Deal = 2, Entry = "balance", Symbol = "", Profit = 500m });

        IReadOnlyDictionary<DealRow, Fill> fills = DealFills.Of([opened, deposit], Book(10_500m, 0.5m), out _);

        Assert.Equal(10_000m, Assert.Single(fills).Value.Balance);
    }

    [Fact]
    public void Of_Bookings_HaveTheBalanceAfterThemAndCreditIsNoneOfIt()
    {
        TradeNote opened = Deal(1, "in", 0.5m, 0, 0);
        TradeNote[] notes = [opened, Booked(2, "balance", -300m), Booked(3, "credit", 50m), Booked(4, "charge", -5m)];

        DealFills.Of(notes, Book(9_695m, 0.5m), out IReadOnlyDictionary<DealRow, decimal> balances);

        Assert.Equal([9_700m, 9_700m, 9_695m], notes.Skip(1).Select(n => balances[n.Deal!]));
        TradeNote Booked(long deal, string booking, decimal amount) => TradeNote.Of(opened.Deal! with { Deal = deal, Entry = "balance", Symbol = "", Booking = booking, Profit = amount });
    }

    [Theory]
    [InlineData("balance", BookingKind.Transfer)]
    [InlineData("credit", BookingKind.Credit)]
    [InlineData("charge", BookingKind.Charge)]
    [InlineData("commission", BookingKind.Charge)]
    [InlineData("bonus", BookingKind.Correction)]
    [InlineData("correction", BookingKind.Correction)]
    [InlineData("other", BookingKind.Unknown)]
    [InlineData("", BookingKind.Unknown)]
    public void Report_OfABooking_SaysWhatItIsForAndNeverGuesses(string word, BookingKind kind)
    {
        DealRow deal = Deal(5, "in", 0, -300m, 0).Deal! with { Entry = "balance", Symbol = "", Booking = word };

        ExecutionReport report = Bookings.Report(deal, 9_700m);

        Assert.Equal((ExecutionKind.Booking, kind, -300m, 9_700m, 5L), (report.Kind, report.Booking, report.Amount, report.Balance, report.DealId));
    }

    private static TradeNote Deal(long deal, string entry, decimal volume, decimal profit, decimal commission, string reason = "expert") => TradeNote.Of(new DealRow
    {
        Deal = deal,
        Order = deal,
        Position = 7,
        Symbol = "EURUSD",
        Side = entry == "in" ? OrderSide.Buy : OrderSide.Sell,
        Entry = entry,
        Volume = volume,
        Price = 1.1m,
        Profit = profit,
        Swap = 0,
        Commission = commission,
        Reason = reason,
        Magic = 0,
        Comment = "",
        ClientOrderId = "",
        Time = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc),
    });

    private static TerminalBook Book(decimal balance, decimal? volume)
    {
        using JsonDocument money = JsonDocument.Parse($"{{{Experts.Money(balance)}}}");
        using JsonDocument position = JsonDocument.Parse(FormattableString.Invariant(
            $"{{\"ticket\":7,\"symbol\":\"EURUSD\",\"side\":\"buy\",\"volume\":{volume ?? 0},\"price\":1.1,\"sl\":1.05,\"time\":1767600000000}}"));
        return new TerminalBook(AccountFigures.Of(money.RootElement), AccountSheet.Of(money.RootElement), volume is null ? [] : [PositionRow.Of(position.RootElement)], []);
    }
}
