using OpenTrading.Kernel.Risk.History;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.History;

/// <summary>What an account has done, told by its ledger and router. An entry of 0.10 lots risks 25; the look before it sees an ask of 1.08500.</summary>
public sealed class HistoryBookTests
{
    private readonly DeskBench _bench = new();
    private long _deals;

    private HistoryBook Book => _bench.Ledger.History;

    private AccountHistory Now => Book.Now();

    [Fact]
    public void Trade_ClosedInParts_IsOneWithTheMoneyOfAll()
    {
        Deal(1, OrderSide.Buy, 0.30m, 0, 0.30m, commission: -1m, order: Entry(0.30m));
        Deal(1, OrderSide.Sell, 0.10m, 0.10m, 0.20m, profit: 12m, commission: -0.5m, reason: FillReason.Close);
        Assert.Empty(Now.Trades);
        Deal(1, OrderSide.Sell, 0.20m, 0.20m, 0, profit: -40m, swap: -2m, reason: FillReason.StopLoss);

        TradeResult trade = Assert.Single(Now.Trades);
        Assert.Equal((-31.5m, 75m, Scene.Buy.Proposer, OrderSide.Buy, FillReason.StopLoss, true), (trade.Net, trade.Risk, trade.Source, trade.Side, trade.ExitReason, trade.IsLoss));
        Assert.Equal(-31.5m, Now.DayProfit);
    }

    [Fact]
    public void Trade_Reversed_EndsTheOldOneAndBeginsAnother()
    {
        Deal(1, OrderSide.Buy, 0.10m, 0, 0.10m, order: Entry(0.10m));
        Deal(1, OrderSide.Sell, 0.30m, 0.10m, 0.20m, profit: -5m, reason: FillReason.Reverse, order: Entry(0.30m, "k2"));
        Deal(1, OrderSide.Buy, 0.20m, 0.20m, 0, profit: 7m, reason: FillReason.Close);

        Assert.Equal([(OrderSide.Buy, -5m, 25m), (OrderSide.Sell, 7m, 50m)], Now.Trades.Select(t => (t.Side, t.Net, t.Risk!.Value)));
    }

    [Fact]
    public void Trade_NotOpenedByTheHost_HasNoSourceAndNoRisk()
    {
        Deal(9, OrderSide.Buy, 0.10m, 0.10m, 0, profit: -3m, reason: FillReason.Close);
        Deal(8, OrderSide.Sell, 0.10m, 0, 0.10m);
        Deal(8, OrderSide.Buy, 0.10m, 0.10m, 0, profit: 1m, reason: FillReason.TakeProfit);

        Assert.Equal([(OrderSide.Sell, null, null), (OrderSide.Sell, null, null)], Now.Trades.Select(t => (t.Side, t.Source, t.Risk)));
    }

    [Fact]
    public void Executed_FilledInParts_CountsOnce()
    {
        string order = Entry(0.30m);
        Deal(1, OrderSide.Buy, 0.10m, 0, 0.10m, order: order);
        Deal(1, OrderSide.Buy, 0.20m, 0, 0.30m, order: order);

        Assert.Single(Now.Executed);
        Assert.Equal((1, Scene.Now), (Now.EntryDays, Now.LastEntry));
    }

    [Fact]
    public void Sent_ClosingOrders_AreLeftOut()
    {
        _bench.Broker.State = _bench.Broker.State with { Positions = [new Position(7, "EURUSD", OrderSide.Buy, 0.10m, 1.08m, Scene.Now, 1.07m)] };
        Entry(0.10m);
        _bench.Desk.Submit(Scene.Buy with { Kind = OrderKind.Modify, Target = 7, StopLoss = 1.075m, IdempotencyKey = "k2" });
        _bench.Desk.Submit(Scene.Buy with { Kind = OrderKind.Close, Target = 7, Side = OrderSide.Sell, Volume = 0.10m, IdempotencyKey = "k3" });

        Assert.Equal([OrderClass.Entry, OrderClass.Tighten], Now.Sent.Select(o => o.Class));
        Assert.Equal((1, 3), (Now.EntriesToday, Now.Proposed.Count));
    }

    [Theory]
    [InlineData(1.0852170, 2.0)]
    [InlineData(1.08500, 0)]
    [InlineData(1.08400, 0)]
    public void Slips_FillsAtABroker_AreBasisPointsNeverBelowZero(double price, double expected)
    {
        Book.WatchesFills = true;
        Deal(1, OrderSide.Buy, 0.10m, 0, 0.10m, price: (decimal)price, order: Entry(0.10m));

        Assert.Equal((decimal)expected, Assert.Single(Now.Slips));
    }

    [Fact]
    public void Slips_OfTheSimulatedAccount_AreNone()
    {
        Deal(1, OrderSide.Buy, 0.10m, 0, 0.10m, price: 1.0900m, order: Entry(0.10m));

        Assert.Empty(Now.Slips);
    }

    [Fact]
    public void DayBegan_Days_KeepProfitsOfTheGoodOnesAndTheWeeksReference()
    {
        Day(5, 10_000m);
        Deal(1, OrderSide.Buy, 0.10m, 0.10m, 0, profit: 100m);
        Day(6, 10_100m);
        Deal(2, OrderSide.Buy, 0.10m, 0.10m, 0, profit: -40m);
        Day(7, 10_060m);
        Assert.Equal((0m, 100m, 10_000m, 10_100m), (Now.DayProfit, Now.OtherDaysProfit, Book.WeekReference, Book.HighestBalance));

        // The 12th is the next Monday; the 11th still belongs to the week before.
        Day(11, 9_900m);
        Assert.Equal(10_000m, Book.WeekReference);
        Day(12, 9_800m);
        Assert.Equal((9_800m, 10_100m), (Book.WeekReference, Book.HighestBalance));
    }

    [Fact]
    public void DayBegan_EntriesOfYesterday_CountNoMore()
    {
        Day(5, 10_000m);
        Entry(0.10m);
        Assert.Equal(1, Now.EntriesToday);

        Day(6, 10_000m);
        Assert.Equal(0, Now.EntriesToday);
    }

    [Fact]
    public void Refusals_OfTheBroker_WeighFiveWhenItComplainsOfTooMany()
    {
        Refuse("margin", "k1");
        Refuse("Too many requests", "k2");
        Assert.Equal([1, 5], Now.Refusals.Select(r => r.Weight));

        _bench.State.Change(Sdk.Risk.TradingState.Active, "operator:o", "looked at it");
        Assert.Empty(Now.Refusals);
    }

    [Fact]
    public void BeginAnew_AnotherSum_ForgetsGainsAndLosses()
    {
        Day(5, 10_000m);
        Deal(1, OrderSide.Buy, 0.10m, 0, 0.10m, order: Entry(0.10m));
        Deal(2, OrderSide.Buy, 0.10m, 0.10m, 0, profit: 100m);

        Money(500m);
        _bench.Desk.BeginAnew();

        Assert.Equal((0, 0m, 0m, 0, null), (Now.Trades.Count, Now.DayProfit, Now.OtherDaysProfit, Now.EntryDays, Now.LastEntry));
        Assert.Equal((500m, 500m, 500m), (Book.WeekReference, Book.HighestBalance, _bench.State.InitialCapital));
    }

    [Fact]
    public void Proposed_RefusedAtOnce_IsLeftOut()
    {
        var bench = new DeskBench(RuleStub.Rejecting.Bind());
        bench.Desk.Submit(Scene.Buy);

        Assert.Empty(bench.Ledger.History.Now().Proposed);
    }

    [Fact]
    public void Now_ThousandsOfOrders_KeepsTheNewestAndWhatWasGivenOutHoldsStill()
    {
        var views = new List<(IReadOnlyList<OrderTrace> View, int Last)>();
        for (int i = 1; i <= 4200; i++)
        {
            Entry(0.10m, $"k{i}");
            if (i % 100 == 0)
            {
                views.Add((Now.Proposed, i));
            }
        }

        Assert.All(views, v => Assert.Equal((Math.Min(v.Last, 4096), $"k{v.Last}"), (v.View.Count, v.View[^1].Key)));
        Assert.Equal($"k{4200 - 4095}", Now.Proposed[0].Key);
        Assert.Throws<ArgumentOutOfRangeException>(() => Now.Proposed[4096]);
    }

    private void Day(int day, decimal balance)
    {
        _bench.Clock.Now = new DateTime(2026, 1, day, 0, 0, 1, DateTimeKind.Utc);
        Money(balance);
        _bench.Desk.Advance(_bench.Clock.Now);
    }

    private void Money(decimal money) => _bench.Broker.State = _bench.Broker.State with { Account = _bench.Broker.State.Account with { Balance = money, Equity = money } };

    private string Entry(decimal volume, string key = "k1")
    {
        _bench.Desk.Submit(Scene.Buy with { Volume = volume, IdempotencyKey = key });
        return _bench.Broker.Sent[^1].ClientOrderId;
    }

    private void Refuse(string reason, string key)
    {
        string order = Entry(0.10m, key);
        _bench.Broker.Report(ExecutionKind.Rejected, order, reason);
    }

    private void Deal(
        long position, OrderSide side, decimal volume, decimal closed, decimal left, decimal profit = 0, decimal commission = 0, decimal swap = 0, decimal price = 1m, FillReason reason = FillReason.Open, string? order = null) =>
        _bench.Broker.Report(new ExecutionReport
        {
            Kind = ExecutionKind.Fill,
            Time = Scene.Now,
            Symbol = "EURUSD",
            ClientOrderId = order,
            DealId = ++_deals,
            Fill = new Fill(side, volume, price, reason, position, closed, profit, commission, swap, 10_000m, null, null, left, price),
        });
}
