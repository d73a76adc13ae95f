using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Orders;

public sealed class OrderLedgerTests
{
    private readonly DeskBench _bench = new();

    private OrderLedger Ledger => _bench.Ledger;

    [Fact]
    public void Propose_SameKeySameProposal_FindsTheOrderWithoutAnotherRecord()
    {
        Order first = Propose(Scene.Buy, out bool replayed);
        Assert.False(replayed);

        Order second = Propose(Scene.Buy with { }, out replayed);

        Assert.True(replayed);
        Assert.Same(first, second);
        Assert.Single(_bench.Journal.Records);
    }

    [Fact]
    public void Propose_SameKeyOtherProposal_ConflictsAndLeavesTheFirst()
    {
        Order first = Propose(Scene.Buy, out _);

        IdempotencyConflictException error = Assert.Throws<IdempotencyConflictException>(() => Propose(Scene.Buy with { Volume = 0.39m }, out _));

        Assert.Contains(first.Id, error.Message, StringComparison.Ordinal);
        Assert.Equal(OrderState.Proposed, first.State);
        Assert.Equal(0.38m, first.Intent.Volume);
        Assert.Single(_bench.Journal.Records);
        Assert.Same(first, Propose(Scene.Buy, out _));
    }

    [Fact]
    public void Propose_SameKeyOfAnotherProposer_IsAnotherOrder()
    {
        Order first = Propose(Scene.Buy, out _);

        Order second = Propose(Scene.Buy with { Proposer = "client:c2" }, out bool replayed);

        Assert.False(replayed);
        Assert.Equal(("o-1", "o-2"), (first.Id, second.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x")]
    public void Propose_KeyOfAnotherForm_IsRefusedBeforeTheJournal(string key)
    {
        Assert.Throws<ArgumentException>(() => Propose(Scene.Buy with { IdempotencyKey = key }, out _));
        Assert.Empty(_bench.Journal.Records);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("A-z_0.9:x")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void Propose_KeyOfTheForm_IsTaken(string key) => Assert.Equal(key, Propose(Scene.Buy with { IdempotencyKey = key }, out _).Intent.IdempotencyKey);

    [Fact]
    public void Propose_Order_ExpiresAfterFiveMinutes() => Assert.Equal(Scene.Now.AddSeconds(300), Propose(Scene.Buy, out _).ExpiresAt);

    [Fact]
    public void Step_NotPermitted_IsRefusedJournaledAndLeavesReduceOnly()
    {
        Order order = Propose(Scene.Buy, out _);
        Assert.Equal(TradingState.Active, _bench.State.Trading);

        Assert.Throws<IllegalTransitionException>(() => Ledger.Submitting(order, "paper@sim", Scene.Now));

        Assert.Equal(OrderState.Proposed, order.State);
        Assert.Empty(Ledger.AtBroker);
        Assert.Equal(["order.proposed", "order.illegal_transition"], _bench.Journal.Types);
        Assert.Equal("Submitting", _bench.Journal.Single("order.illegal_transition").GetProperty("to").GetString());
        Assert.Equal(TradingState.ReduceOnly, _bench.State.Trading);
    }

    [Fact]
    public void Reconciled_OrderThatNeverLeft_IsRefused()
    {
        Order order = Propose(Scene.Buy, out _);
        Ledger.Cancelled(order, "withdrawn");

        Assert.Throws<IllegalTransitionException>(() => Ledger.Reconciled(order));
    }

    [Fact]
    public void Step_JournalRefuses_DoesNotHappen()
    {
        Order order = Propose(Scene.Buy, out _);
        _bench.Journal.Appended = _ => throw new JournalException("disk full");

        Assert.Throws<JournalException>(() => Ledger.Cancelled(order, "withdrawn"));

        Assert.Equal(OrderState.Proposed, order.State);
    }

    [Fact]
    public void InFlightEntries_MarketEntryBetweenSendAndFill_CountsForItsSymbol()
    {
        Assert.Empty(Ledger.InFlightEntries());

        Order order = _bench.Desk.Submit(Scene.Buy);

        Assert.Equal(1, Ledger.InFlightEntries()["EURUSD"]);
        _bench.Broker.Fill(order.ClientOrderId, 0.38m);
        Assert.Empty(Ledger.InFlightEntries());
    }

    [Theory]
    [InlineData(OrderType.Market, "Submitting 0.38, Submitted 0.38, PartiallyFilled 0.28")]
    [InlineData(OrderType.Limit, "Submitting 0.38, Submitted none, PartiallyFilled none")]
    public void Reserved_EntryOnItsWay_CountsUntilTheBrokerShowsIt(OrderType type, string expected)
    {
        Order order = _bench.Desk.Submit(type == OrderType.Market ? Scene.Buy : Scene.Buy with { Type = type, Price = 1.08450m });
        var seen = new List<string> { Shown() };
        _bench.Broker.Report(ExecutionKind.Accepted, order.ClientOrderId);
        seen.Add(Shown());
        _bench.Broker.Fill(order.ClientOrderId, 0.10m);
        seen.Add(Shown());

        Assert.Equal(expected, string.Join(", ", seen));

        string Shown() => $"{order.State} {(Ledger.Reserved() is [{ } one] ? one.Volume : "none")}";
    }

    private Order Propose(OrderIntent intent, out bool replayed) => Ledger.Propose(intent, OrderClass.Entry, Scene.Now, out replayed);
}
