using System.Text.Json;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Live;

public sealed class LiveDeskTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private LiveBench _bench;

    public LiveDeskTests() => _bench = new LiveBench(_folder.Root);

    public void Dispose()
    {
        _bench.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Request_LiveOrdersSwitchedOff_IsRefusedWithItsCode()
    {
        Again(isEnabled: false);

        Assert.Equal("LIVE_DISABLED", LiveBench.Code(_bench.Call("request_live_order", LiveBench.Buy("k"))));
        Assert.Equal("LIVE_DISABLED", LiveBench.Code(_bench.Call("request_close_position", new { ticket = 1, reason = "r", idempotencyKey = "k" })));
    }

    [Fact]
    public void Request_TerminalAway_IsNotConnected()
    {
        _bench.Link.Change(isConnected: false);

        Assert.Equal("NOT_CONNECTED", LiveBench.Code(_bench.Call("request_live_order", LiveBench.Buy("k"))));
        Assert.Equal("NOT_CONNECTED", LiveBench.Code(_bench.Call("live_get_account", new { })));
    }

    [Fact]
    public void Account_ShowsMoneyAndHidesTheLogin()
    {
        JsonElement account = _bench.Call("live_get_account", new { });

        Assert.Equal("50***34", account.GetProperty("login").GetString());
        Assert.Equal("Broker-Demo", account.GetProperty("server").GetString());
        Assert.Equal(10_000m, account.GetProperty("balance").GetDecimal());
        Assert.Equal("demo", account.GetProperty("tradeMode").GetString());
    }

    [Fact]
    public void Sent_AnswerLost_IsUnknownAndBlocksEntriesUntilItIsFound()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Link.Next = LinkStub.Fate.LostAfter;

        Assert.Equal("outcome_unknown", _bench.Approve(request).GetProperty("state").GetString());
        Assert.Equal("RISK_REJECTED", LiveBench.Code(_bench.Call("request_live_order", LiveBench.Buy("k2"))));

        _bench.Reconcile();
        Assert.Equal("filled", _bench.StateOf(request.Id));
        Assert.Equal(0.10m, _bench.Call("get_execution_status", new { requestId = request.Id }).GetProperty("filledLots").GetDecimal());
        Assert.Single(_bench.Link.Sent);
        Assert.Contains("order.resolved", _bench.Types);
        _bench.Request("k3");
    }

    [Fact]
    public void Sent_NeverArrived_IsRejectedAndNothingIsSentAgain()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Link.Next = LinkStub.Fate.LostBefore;
        _bench.Approve(request);

        _bench.Reconcile();

        Assert.Equal("rejected", _bench.StateOf(request.Id));
        Assert.Equal("never_sent", _bench.Timelines.Of(request.Id)[^2].Why);
        Assert.Single(_bench.Link.Sent);
        Assert.Empty(_bench.Link.Positions);
    }

    [Fact]
    public void Unknown_NoTrace_NeedsTwoLooksTimeAndAnOperator()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Link.Next = LinkStub.Fate.LostBefore;
        _bench.Approve(request);
        _bench.Link.Memory = _ => new RequestOutcome(RequestState.Unknown, [], "no trace");

        _bench.Reconcile();
        _bench.Clock.Pass(119);
        Confirm(request.Id);
        Assert.Equal("outcome_unknown", _bench.StateOf(request.Id));
        _bench.Clock.Pass(31);
        _bench.Reconcile();
        Assert.Equal("outcome_unknown", _bench.StateOf(request.Id));
        Confirm(request.Id);
        Assert.Equal("rejected", _bench.StateOf(request.Id));
    }

    [Fact]
    public void Deal_AfterItsOrderWasSettled_BreaksTheBooksAndThrowsTheSwitch()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Link.Next = LinkStub.Fate.LostBefore;
        _bench.Approve(request);
        _bench.Reconcile();

        Array.ForEach(_bench.Link.Execute(_bench.Link.Sent[0]), _bench.Link.Tell);

        Assert.Contains("recon.break", _bench.Types);
        Assert.Equal(1, _bench.Kill.Level);
        Assert.Equal("rejected", _bench.StateOf(request.Id));
    }

    [Fact]
    public void Fill_ToldTwice_CountsOnce()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Link.Next = LinkStub.Fate.LostAfter;
        _bench.Approve(request);
        _bench.Reconcile();
        _bench.Reconcile();

        Assert.Equal(0.10m, _bench.Desk.Ledger.ById(request.Id)!.FilledVolume);
        Assert.Single(_bench.Types, "order.fill");
        Assert.Equal(0, _bench.Kill.Level);
    }

    [Fact]
    public void Restart_WhileOnItsWay_IsFoundByItsId()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Link.Next = LinkStub.Fate.LostAfter;
        _bench.Approve(request);

        Again();

        Assert.Equal("filled", _bench.StateOf(request.Id));
        Assert.Single(_bench.Link.Sent);
        Assert.Equal(request.Id, _bench.Call("live_list_positions", new { }).GetProperty("positions")[0].GetProperty("requestId").GetString());
    }

    [Fact]
    public void Restart_BeforeTheTerminalIsBack_ItsOrdersAreUnknown()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Link.Next = LinkStub.Fate.LostAfter;
        _bench.Approve(request);

        Again(connects: false);

        Assert.Equal("outcome_unknown", _bench.StateOf(request.Id));
        _bench.Connect();
        Assert.Equal("filled", _bench.StateOf(request.Id));
    }

    [Fact]
    public void Position_OpenedByHand_KeepsEntriesOutUntilAnOperatorAcceptsIt()
    {
        _bench.Link.Positions.Add(Scene.Long with { Ticket = 900, StopLoss = null });
        _bench.Link.Change(isConnected: true);
        _bench.Reconcile();

        Assert.Equal("RISK_REJECTED", LiveBench.Code(_bench.Call("request_live_order", LiveBench.Buy("k1"))));
        JsonElement seen = _bench.Call("reconcile_live", new { }, LiveBench.Ann);
        Assert.Equal(900, seen.GetProperty("orphans")[0].GetProperty("ticket").GetInt64());
        _bench.Reconcile();
        _bench.Request("k2");
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    public void Clock_Set_IsSeenUntilItIsSetBackOrTheAccountIsCompared(int seconds)
    {
        _bench.Clock.Pass(7200);
        Assert.Equal(0, Drift());

        _bench.Clock.Now = _bench.Clock.Now.AddSeconds(seconds);
        Assert.Equal(seconds, Drift());
        _bench.Clock.Pass(60);
        Assert.Equal(seconds, Drift());

        _bench.Clock.Now = _bench.Clock.Now.AddSeconds(-seconds);
        Assert.Equal(0, Drift());

        _bench.Clock.Now = _bench.Clock.Now.AddSeconds(seconds);
        _bench.Reconcile();
        Assert.Equal(0, Drift());
    }

    [Fact]
    public void Clock_SlewedAllDay_IsFollowed()
    {
        for (int i = 0; i < 1000; i++)
        {
            _bench.Clock.Pass(1);
            _bench.Clock.Now = _bench.Clock.Now.AddMilliseconds(20);
            Assert.InRange(Drift(), 0, 0.021);
        }
    }

    [Fact]
    public void Close_OfAClient_WaitsToo()
    {
        _bench.Approve(_bench.Request());
        long ticket = _bench.Link.Positions[0].Ticket;

        JsonElement close = _bench.Call("request_close_position", new { ticket, reason = "enough", idempotencyKey = "c1" });

        Assert.Equal("awaiting_approval", close.GetProperty("state").GetString());
        Assert.Equal("close", close.GetProperty("order").GetProperty("kind").GetString());
        Assert.Equal("filled", _bench.Approve((close.GetProperty("requestId").GetString()!, close.GetProperty("orderHash").GetString()!)).GetProperty("state").GetString());
        Assert.Empty(_bench.Link.Positions);
    }

    [Fact]
    public void Flatten_ByAnOperator_ClosesAndCancelsAtOnce()
    {
        _bench.Approve(_bench.Request());
        _bench.Link.Working.Add(new WorkingOrder(70, "EURUSD", OrderSide.Buy, OrderType.Limit, 0.10m, 1.08000m, 1.07800m));

        JsonElement flat = _bench.Call("flatten_live", new { why = "news", idempotencyKey = "f1" }, LiveBench.Ann);

        Assert.Equal(1, flat.GetProperty("closed").GetArrayLength());
        Assert.Equal(70, flat.GetProperty("cancelled")[0].GetInt64());
        Assert.Equal(0, flat.GetProperty("failed").GetArrayLength());
        Assert.Empty(_bench.Link.Positions);
        Assert.Empty(_bench.Link.Working);
    }

    [Fact]
    public void KillSwitch_Flatten_EmptiesTheAccountAlsoAfterARestart()
    {
        _bench.Approve(_bench.Request());
        _bench.Link.Next = LinkStub.Fate.Refused;
        _bench.Kill.Tighten(3, "operator:ann", "test");
        new KillWatch(_bench.Kill, () => _bench.Desks.Switched, _bench.Clock).Look();
        Assert.Single(_bench.Link.Positions);

        Again();
        _bench.Link.Next = LinkStub.Fate.Filled;
        var watch = new KillWatch(_bench.Kill, () => _bench.Desks.Switched, _bench.Clock);
        watch.Look();
        watch.Look();

        Assert.Equal(3, _bench.Kill.Level);
        Assert.Empty(_bench.Link.Positions);
        Assert.Equal(3, _bench.Link.Sent.Count);
    }

    [Fact]
    public void Proposal_ThatPasses_IsRecordedAndARequestCanBeMadeOfIt()
    {
        JsonElement proposal = _bench.Call("propose_trade", new
        {
            symbol = "EURUSD", side = "buy", lots = 0.10m, stopLoss = 1.08250m, takeProfit = 1.08950m, thesis = "higher lows", confidence = 0.6, evidence = new[] { "H4 trend" }, idempotencyKey = "p1",
        });
        string id = proposal.GetProperty("proposalId").GetString()!;
        Assert.Equal("open", proposal.GetProperty("status").GetString());
        Assert.Empty(_bench.Desk.Ledger.All);

        JsonElement request = _bench.Call("request_live_order", new { proposalId = id, reason = "as proposed", idempotencyKey = "r1" });

        Assert.Equal(0.10m, request.GetProperty("order").GetProperty("lots").GetDecimal());
        JsonElement listed = _bench.Call("list_proposals", new { proposalId = id });
        Assert.Equal("requested", listed.GetProperty("proposals")[0].GetProperty("status").GetString());
        Assert.Equal(request.GetProperty("requestId").GetString(), listed.GetProperty("detail").GetProperty("requestId").GetString());
        JsonElement waiting = _bench.Call("list_approvals", new { }, LiveBench.Ann).GetProperty("approvals")[0];
        Assert.Equal("higher lows", waiting.GetProperty("thesis").GetString());
        Assert.Equal(request.GetProperty("orderHash").GetString(), waiting.GetProperty("orderHash").GetString());
    }

    [Fact]
    public void Proposal_WithoutLots_IsSizedByTheLimits()
    {
        JsonElement proposal = _bench.Call("propose_trade", new { symbol = "EURUSD", side = "buy", stopLoss = 1.08250m, thesis = "t", confidence = 0.6, idempotencyKey = "p1" });

        // 5 % of 10,000 USD over 250 USD a lot.
        Assert.Equal(2.00m, proposal.GetProperty("order").GetProperty("lots").GetDecimal());
    }

    [Fact]
    public void Proposal_TheGateRefuses_IsNone()
    {
        JsonElement refusal = _bench.Call("propose_trade", new { symbol = "EURUSD", side = "buy", lots = 0.10m, thesis = "t", confidence = 0.6, idempotencyKey = "p1" });

        Assert.Equal("RISK_REJECTED", LiveBench.Code(refusal));
        Assert.Empty(_bench.Proposals.Newest);
    }

    [Fact]
    public void Deals_OfTheTerminal_NameTheirRequests()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Approve(request);

        JsonElement deals = _bench.Call("live_list_deals", new { });

        Assert.Equal(request.Id, deals.GetProperty("deals")[0].GetProperty("requestId").GetString());
        Assert.Equal("in", deals.GetProperty("deals")[0].GetProperty("entry").GetString());
    }

    private double Drift() => _bench.Desk.Orders!.See(Scene.Buy).Link!.ClockDifference!.Value.TotalSeconds;

    private void Confirm(string requestId) => _bench.Call("reconcile_live", new { requestId }, LiveBench.Ann);

    private void Again(bool isEnabled = true, bool connects = true)
    {
        _bench.Dispose();
        _bench = new LiveBench(_folder.Root, _bench.Link, _bench.Clock, isEnabled, isFirst: false, connects);
    }
}
