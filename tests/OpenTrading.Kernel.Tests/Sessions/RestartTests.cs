using System.Text.Json;
using System.Text.RegularExpressions;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Sessions;

/// <summary>A host is killed and another continues from its journal alone.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Restart_OpenPosition_KeepsMoneyLevelsAndSide()
    {
        using (Life first = Start())
        {
            first.Bar(1.0850);
            first.Submit(Scene.Buy with { Volume = 0.10m });
            first.Bar(1.0850);
            first.Bar(1.0840);
        }

        using Life second = Start();
        second.Bar(1.0840);

        Position position = Assert.Single(second.Desk.Broker.Snapshot().Positions);
        Assert.Equal((OrderSide.Buy, 0.10m, 1.0851m, 1.0825m, 1.0895m), (position.Side, position.Volume, position.EntryPrice, position.StopLoss, position.TakeProfit));
        Assert.Equal(10_000m, second.Desk.Broker.Balance);
        Assert.Equal(-11m, position.Profit);
    }

    [Fact]
    public void Restart_WhatTheAccountHasDone_IsToldByTheJournalAsItWas()
    {
        string before;
        (decimal? Week, decimal Highest) marks;
        using (Life first = Start())
        {
            first.Bar(1.0850);
            first.Submit(Scene.Buy with { Volume = 0.10m });
            first.Bar(1.0850);
            first.Bar(1.0820);
            first.Submit(Scene.Buy with { Volume = 0.20m, StopLoss = 1.0790m, IdempotencyKey = "k2" });
            first.Bar(1.0820);
            long ticket = first.Desk.Broker.Positions[0].Ticket;
            first.Submit(Scene.Buy with { Kind = OrderKind.Modify, Target = ticket, Price = null, StopLoss = 1.0800m, IdempotencyKey = "k3" });
            first.Submit(Scene.Buy with { Kind = OrderKind.Close, Target = ticket, Side = OrderSide.Sell, Volume = 0.10m, IdempotencyKey = "k4" });
            first.Bar(1.0830);
            before = first.Done;
            marks = (first.Desk.Ledger.History.WeekReference, first.Desk.Ledger.History.HighestBalance);
        }

        using Life second = Start();

        Assert.Contains("\"Net\":-", before, StringComparison.Ordinal);
        Assert.Contains("\"EntriesToday\":2", before, StringComparison.Ordinal);
        Assert.Equal(before, second.Done);
        Assert.Equal(marks, (second.Desk.Ledger.History.WeekReference, second.Desk.Ledger.History.HighestBalance));
    }

    [Fact]
    public void Restart_PendingOrder_StillWaitsAndFillsOnceUnderItsOrder()
    {
        string id;
        using (Life first = Start())
        {
            first.Bar(1.0850);
            id = first.Submit(Scene.Buy with { Type = OrderType.Limit, Price = 1.0840m, Volume = 0.10m }).Id;
            first.Bar(1.0850);
        }

        using Life second = Start();
        second.Bar(1.0850);
        Assert.Equal(1.0840m, Assert.Single(second.Desk.Broker.Snapshot().Orders).Price);

        second.Bar(1.0830);

        Assert.Single(second.Desk.Broker.Snapshot().Positions);
        Assert.Empty(second.Desk.Broker.Snapshot().Orders);
        second.Dispose();
        using Life third = Start();
        Order order = Assert.Single(third.Past.Orders.All);
        Assert.Equal((id, OrderState.Reconciled, 0.10m), (order.Id, order.State, order.FilledVolume));
    }

    [Fact]
    public void Restart_PendingOrderChanged_WaitsAtItsNewPriceAndThePositionOfItsNumberIsUntouched()
    {
        using (Life first = Start())
        {
            first.Bar(1.0850);
            Order pending = first.Submit(Scene.Buy with { Type = OrderType.Limit, Price = 1.0840m, Volume = 0.10m });
            first.Submit(Scene.Buy with { Volume = 0.10m, IdempotencyKey = "k2" });
            first.Bar(1.0850);
            Assert.Equal(pending.Ticket, Assert.Single(first.Desk.Broker.Positions).Ticket);
            first.Submit(Scene.Buy with { Kind = OrderKind.Modify, Target = pending.Ticket, Price = 1.0835m, StopLoss = 1.0820m, TakeProfit = null, IdempotencyKey = "k3" });
            first.Submit(Scene.Buy with { Type = OrderType.Limit, Price = 1.0800m, StopLoss = 1.0790m, Volume = 0.10m, IdempotencyKey = "k4" });
            Assert.Equal(1.0835m, pending.Intent.Price);
        }

        using Life second = Start();
        second.Bar(1.0850);

        WorkingOrder waiting = second.Desk.Broker.Snapshot().Orders[0];
        Assert.Equal((1.0835m, 1.0820m, null), (waiting.Price, waiting.StopLoss, waiting.TakeProfit));
        Assert.Equal(1.0825m, Assert.Single(second.Desk.Broker.Snapshot().Positions).StopLoss);
    }

    [Fact]
    public void Restart_TradingStateSet_IsKept()
    {
        using (Life first = Start())
        {
            first.Desk.State.Change(TradingState.Halted, "operator:o", "holiday");
        }

        using Life second = Start();

        Assert.Equal(TradingState.Halted, second.Desk.State.Trading);
    }

    [Fact]
    public void Restart_KilledInMidBar_RunsThatBarAgainForWhatItLeftOpen()
    {
        DateTime bar;
        using (Life first = Start())
        {
            first.Bar(1.0850);
            first.Submit(Scene.Buy with { Volume = 0.10m });
            bar = first.Now;
            first.Bar(1.0850);
        }

        // The host died before it saw that the bar also fell through the stop.
        using Life second = Start();
        Assert.Equal(bar, second.Now);
        second.Desk.Broker.OnBar(Scene.EurUsd, new Bar(bar, 1.0850, 1.0851, 1.0820, 1.0822));

        Assert.Empty(second.Desk.Broker.Snapshot().Positions);
        Assert.Equal(10_000m - 26m, second.Desk.Broker.Balance);
    }

    [Fact]
    public void Restart_MarketOrderUnderWay_FillsAtTheNextOpen()
    {
        using (Life first = Start())
        {
            first.Bar(1.0850);
            first.Submit(Scene.Buy with { Volume = 0.10m });
        }

        using Life second = Start();
        second.Bar(1.0852);

        Assert.Equal(1.0853m, Assert.Single(second.Desk.Broker.Snapshot().Positions).EntryPrice);
    }

    [Fact]
    public void Restart_SameKey_FindsTheSameOrder()
    {
        using (Life first = Start())
        {
            first.Bar(1.0850);
            first.Submit(Scene.Buy with { Volume = 0.10m });
            first.Bar(1.0850);
        }

        using Life second = Start();
        second.Bar(1.0850);

        Assert.Equal("o-1", second.Submit(Scene.Buy with { Volume = 0.10m }).Id);
        Assert.Single(second.Desk.Broker.Snapshot().Positions);
        Assert.Throws<IdempotencyConflictException>(() => second.Submit(Scene.Buy with { Volume = 0.20m }));
        Assert.Equal("o-2", second.Submit(Scene.Buy with { Volume = 0.10m, IdempotencyKey = "k2" }).Id);
    }

    [Theory]
    [InlineData("order.proposed", OrderState.Submitted)]
    [InlineData("order.prechecked", OrderState.Submitted)]
    [InlineData("approval.auto", OrderState.Expired)]
    [InlineData("order.finalchecked", OrderState.Expired)]
    [InlineData("order.submitting", OrderState.Reconciled)]
    public void TakeUp_KilledAfterARecord_EndsAsTheTableSays(string lastRecord, OrderState expected)
    {
        using (Life first = Start(dieAfter: lastRecord))
        {
            first.Bar(1.0850);
            Assert.Throws<JournalException>(() => first.Submit(Scene.Buy with { Volume = 0.10m }));
        }

        using Life second = Start();
        second.Desk.Orders.TakeUp(second.Past.Orders.All);

        Order order = Assert.Single(second.Past.Orders.All);
        Assert.Equal(expected, order.State);
        Assert.Equal(expected == OrderState.Submitted ? 1 : 0, second.Desk.Ledger.AtBroker.Count);
    }

    [Fact]
    public void TakeUp_KilledBetweenFillAndReconciliation_IsReconciled()
    {
        using (Life first = Start(dieAfter: "order.fill"))
        {
            first.Bar(1.0850);
            first.Submit(Scene.Buy with { Volume = 0.10m });
            Assert.Throws<JournalException>(() => first.Bar(1.0850));
        }

        using Life second = Start();
        second.Desk.Orders.TakeUp(second.Past.Orders.All);

        Order order = Assert.Single(second.Past.Orders.All);
        Assert.Equal((OrderState.Reconciled, OrderState.Filled), (order.State, order.Outcome));
    }

    public void Dispose() => _folder.Dispose();

    private Life Start(string? dieAfter = null) => new(_folder.Root, dieAfter);

    /// <summary>One life of a host: opened on a folder, ended without a farewell.</summary>
    private sealed class Life : IDisposable
    {
        private readonly AuditJournal _journal;
        private readonly SessionClock _clock = new(Scene.Now);
        private readonly TestClock _wall = new() { Now = Scene.Now };

        public Life(string folder, string? dieAfter)
        {
            _journal = AuditJournal.Open(folder, _wall, Past.Apply);
            IJournal journal = dieAfter is null ? _journal : new Mortal(_journal, dieAfter);
            var account = new AccountOptions { InitialCash = 10_000m, Mode = AccountMode.Hedging, MoneyRounding = MoneyRounding.Currency };
            var setup = new InstrumentSetup { Instrument = Scene.EurUsd, Spread = new FixedSpread(10), BarLength = TimeSpan.FromHours(1) };
            _clock.MoveTo(Past.LastMarketTime);
            var broker = new SimulatedBroker(account, new MatchingOptions(), setup, "test", _clock, Past.ToEngineState([Scene.EurUsd], account.InitialCash));
            var instruments = new Dictionary<string, Instrument> { ["EURUSD"] = Scene.EurUsd };
            Desk = new TradingDesk(broker, instruments, [RuleStub.Passing.Bind()], DeskBench.Settings, new KillStub(), journal, _clock, Past, "test");
        }

        public JournaledAccount Past { get; } = new();

        public TradingDesk Desk { get; }

        public DateTime Now => _clock.Now;

        /// <summary>What the account has done, as text; the journal writes decimals without idle zeros.</summary>
        public string Done => Regex.Replace(JsonSerializer.Serialize(Desk.Ledger.History.Now()), @"\.(\d*?)0+(?=[,}\]])", m => m.Groups[1].Length > 0 ? $".{m.Groups[1].Value}" : "");

        public Order Submit(OrderIntent intent) => Desk.Orders.Submit(intent);

        public void Bar(double price)
        {
            DateTime open = _clock.Now;
            Desk.Broker.OnBar(Scene.EurUsd, new Bar(open, price, price, price, price));
            _clock.MoveTo(open.AddHours(1));
        }

        public void Dispose() => _journal.Dispose();
    }

    /// <summary>A journal that takes records up to one of a type and then none: what a killed host leaves.</summary>
    private sealed class Mortal(IJournal journal, string last) : IJournal
    {
        private bool _dead;

        public long Append(string actor, string type, JournalPayload payload, Durability durability)
        {
            if (_dead)
            {
                throw new JournalException("dead");
            }

            _dead = type == last;
            return journal.Append(actor, type, payload, durability);
        }
    }
}
