using System.Reflection;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Orders;

public sealed class OrderRouterTests
{
    private readonly DeskBench _bench = new();

    [Fact]
    public void Send_MintedOrder_SendsItOnceUnderItsClientOrderId()
    {
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();
        ApprovedOrder approved = _bench.Mint(order, stamp);

        Assert.True(_bench.Router.Send(approved));
        Assert.False(_bench.Router.Send(approved));

        BrokerRequest sent = Assert.Single(_bench.Broker.Sent);
        Assert.Equal(stamp.ClientOrderId, sent.ClientOrderId);
        Assert.Same(order.Intent, sent.Order);
        Assert.Equal(OrderState.Submitting, order.State);
    }

    [Fact]
    public void Send_Always_TheJournalHasItDurablyBeforeTheBroker()
    {
        string[] before = [];
        Durability durability = Durability.Buffered;
        _bench.Broker.Sending = _ =>
        {
            before = _bench.Journal.Types;
            durability = _bench.Journal.Records[^1].Durability;
            return ValueTask.CompletedTask;
        };
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();

        _bench.Router.Send(_bench.Mint(order, stamp));

        Assert.Equal("order.submitting", before[^1]);
        Assert.Equal(Durability.Durable, durability);
        Assert.Equal(stamp.ClientOrderId, _bench.Journal.Single("order.submitting").GetProperty("cid").GetString());
    }

    [Fact]
    public void Send_JournalRefuses_NothingIsSent()
    {
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();
        _bench.Journal.Appended = type => throw new JournalException($"{type}: disk full");

        Assert.Throws<JournalException>(() => _bench.Router.Send(_bench.Mint(order, stamp)));

        Assert.Empty(_bench.Broker.Sent);
    }

    [Theory]
    [InlineData(OrderClass.Entry, Durability.Durable, Durability.Ordered)]
    [InlineData(OrderClass.Raise, Durability.Durable, Durability.Ordered)]
    [InlineData(OrderClass.Tighten, Durability.Protective, Durability.Protective)]
    [InlineData(OrderClass.Reduce, Durability.Protective, Durability.Protective)]
    [InlineData(OrderClass.Close, Durability.Protective, Durability.Protective)]
    public void Records_OfAnOrder_GoOnFromTheReserveWhenItLowersRisk(OrderClass orderClass, Durability expected, Durability leadingOn)
    {
        Order order = _bench.Ledger.Propose(Scene.Buy, orderClass, _bench.Clock.Now, out _);
        _bench.Ledger.PreChecked(order, _bench.Gate.Check(Scene.Context), "hash", "config");
        _bench.Ledger.Awaiting(order);
        _bench.Ledger.Cancelled(order, "kill");

        Assert.Equal([expected, leadingOn, expected, Durability.Protective], _bench.Journal.Records.Select(r => r.Durability));
    }

    [Fact]
    public void Send_ForgedByReflection_IsRefusedAndJournaled()
    {
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();
        var forged = (ApprovedOrder)Activator.CreateInstance(
            typeof(ApprovedOrder), BindingFlags.Instance | BindingFlags.NonPublic, null, [order.Intent, stamp], null)!;

        Assert.False(_bench.Router.Send(forged));

        Assert.Empty(_bench.Broker.Sent);
        Assert.Equal(order.Id, _bench.Journal.Single("order.forged").GetProperty("orderId").GetString());
        Assert.Equal(OrderState.FinalChecked, order.State);
        Assert.True(_bench.Router.Send(_bench.Mint(order, stamp)));
    }

    [Fact]
    public void Send_MintOfAnotherGate_IsForged()
    {
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();
        var other = new RiskGate([RuleStub.Passing.Bind()], new MintLedger());

        Assert.False(_bench.Router.Send(
            other.Approve(Scene.Context with { Stage = Sdk.Risk.GateStage.Final, Order = order.Intent }, stamp, out _)!));

        Assert.Empty(_bench.Broker.Sent);
        Assert.Contains("order.forged", _bench.Journal.Types);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Send_MintForAnotherOrderOrHash_IsForged(bool otherOrder)
    {
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();
        ApprovedOrder approved = otherOrder
            ? _bench.Gate.Approve(Scene.Context with { Stage = Sdk.Risk.GateStage.Final, Order = Scene.Buy with { Volume = 1m } }, stamp, out _)!
            : _bench.Mint(order, stamp with { OrderHash = "other" });

        Assert.False(_bench.Router.Send(approved));

        Assert.Empty(_bench.Broker.Sent);
        Assert.Contains("order.forged", _bench.Journal.Types);
    }

    [Fact]
    public void Send_ApprovalRunsOutWhileItIsWrittenDown_SendsNothing()
    {
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();
        ApprovedOrder approved = _bench.Mint(order, stamp);
        _bench.Journal.Appended = type => _bench.Clock.Now = type == "order.submitting" ? Scene.Now.AddSeconds(5) : _bench.Clock.Now;

        Assert.False(_bench.Router.Send(approved));

        Assert.Empty(_bench.Broker.Sent);
        Assert.Equal((OrderState.Rejected, "never_sent"), (order.Outcome, order.Why));
    }

    [Fact]
    public void Send_AfterFiveSeconds_ExpiresTheOrder()
    {
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();
        ApprovedOrder approved = _bench.Mint(order, stamp);
        _bench.Clock.Now = Scene.Now.AddSeconds(5);

        Assert.False(_bench.Router.Send(approved));

        Assert.Empty(_bench.Broker.Sent);
        Assert.Equal((OrderState.Expired, "approval_ttl"), (order.State, order.Why));
    }

    [Fact]
    public void Send_AgainUnderTheKillSwitch_LeavesTheWorkingOrderAlone()
    {
        (Order order, ApprovalStamp stamp) = _bench.FinalChecked();
        ApprovedOrder approved = _bench.Mint(order, stamp);
        _bench.Router.Send(approved);
        _bench.Broker.Report(ExecutionKind.Accepted, stamp.ClientOrderId);
        _bench.Kill.Level = 1;

        Assert.False(_bench.Router.Send(approved));

        Assert.Equal(OrderState.Submitted, order.State);
    }

    [Fact]
    public void OnReport_SameDealTwice_IsBookedOnce()
    {
        Order order = _bench.Desk.Submit(Scene.Buy);
        ExecutionReport deal = _bench.Broker.Fill(order.ClientOrderId, 0.10m);
        int dealt = 0;
        _bench.Router.Dealt += (_, _) => dealt++;

        _bench.Broker.Report(deal);

        Assert.Equal(0, dealt);
        Assert.Equal(0.10m, order.FilledVolume);
        Assert.Single(_bench.Journal.Types, "order.fill");
        Assert.Equal(OrderState.PartiallyFilled, order.State);
    }

    [Fact]
    public void OnReport_PartialFills_FillAndReconcileTheOrder()
    {
        Order order = _bench.Desk.Submit(Scene.Buy);
        _bench.Broker.Report(ExecutionKind.Accepted, order.ClientOrderId);
        _bench.Broker.Fill(order.ClientOrderId, 0.30m);
        _bench.Broker.Fill(order.ClientOrderId, 0.08m);

        Assert.Equal((OrderState.Reconciled, 0.38m, 11L), (order.State, order.FilledVolume, order.Ticket));
        Assert.Empty(_bench.Ledger.AtBroker);
        Assert.Equal("0.38", _bench.Journal.Single("order.reconciled").GetProperty("volume").GetString());
    }

    [Fact]
    public void OnReport_RestCancelled_KeepsWhatWasFilled()
    {
        Order order = _bench.Desk.Submit(Scene.Buy);
        _bench.Broker.Fill(order.ClientOrderId, 0.30m);
        _bench.Broker.Report(ExecutionKind.Cancelled, order.ClientOrderId, "rest");

        Assert.Equal((OrderState.Reconciled, 0.30m), (order.State, order.FilledVolume));
        Assert.Equal("0.3", _bench.Journal.Single("order.cancelled").GetProperty("filledVolume").GetString());
    }

    [Fact]
    public void OnReport_DealOfTheBrokerItself_IsJournaledAsSuch()
    {
        _bench.Broker.Fill(null, 0.10m);

        Assert.Equal(["position.deal"], _bench.Journal.Types);
    }

    [Fact]
    public void OnReport_UnknownOrder_IsJournaledAsUnmatched()
    {
        _bench.Broker.Report(ExecutionKind.Accepted, "test00000000zzzz");

        Assert.Equal(["recon.unmatched"], _bench.Journal.Types);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Send_BrokerFails_OutcomeIsUnknownAndNothingIsResent(bool synchronously)
    {
        var fault = new IOException("line cut");
        _bench.Broker.Sending = _ => synchronously ? throw fault : ValueTask.FromException(fault);

        Order order = _bench.Desk.Submit(Scene.Buy);

        Assert.Equal(OrderState.OutcomeUnknown, order.State);
        Assert.Equal("line cut", _bench.Journal.Single("order.unknown").GetProperty("why").GetString());
        Assert.Single(_bench.Broker.Sent);
        Assert.Equal([order], _bench.Ledger.AtBroker);
    }

    [Fact]
    public void Send_BrokerFailsAfterItsReport_TheReportStands()
    {
        _bench.Broker.Sending = request =>
        {
            _bench.Broker.Report(ExecutionKind.Accepted, request.ClientOrderId);
            throw new IOException("line cut");
        };

        Assert.Equal(OrderState.Submitted, _bench.Desk.Submit(Scene.Buy).State);
    }
}
