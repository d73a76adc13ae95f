using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Approvals;

public sealed class ApprovalTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly LiveBench _bench;

    public ApprovalTests() => _bench = new LiveBench(_folder.Root);

    public void Dispose()
    {
        _bench.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Request_OfAClient_WaitsAndSendsNothing()
    {
        (string id, string hash) = _bench.Request();

        Assert.Equal("awaiting_approval", _bench.StateOf(id));
        Assert.Equal(64, hash.Length);
        Assert.Empty(_bench.Link.Sent);
    }

    [Fact]
    public void Approve_TheOrderShown_IsSentOnceAndFilled()
    {
        (string Id, string Hash) request = _bench.Request();

        JsonElement approved = _bench.Approve(request);

        Assert.Equal("filled", approved.GetProperty("state").GetString());
        Assert.Equal(0.10m, Assert.Single(_bench.Link.Sent).Order.Volume);
        Assert.Equal(0.10m, Assert.Single(_bench.Link.Positions).Volume);
        Assert.Equal(
            ["order.proposed", "order.prechecked", "order.awaiting", "approval.granted", "order.finalchecked", "order.submitting", "order.accepted", "order.fill", "order.reconciled"],
            _bench.Timelines.Of(request.Id).Select(s => s.Event));
    }

    [Fact]
    public void Approve_TheSecondTime_IsRefusedAndSendsNothing()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Approve(request);

        Assert.Equal("STATE_CONFLICT", LiveBench.Code(_bench.Approve(request)));
        Assert.Equal("STATE_CONFLICT", LiveBench.Code(_bench.Approve(request, LiveBench.Bob)));
        Assert.Single(_bench.Link.Sent);
    }

    [Fact]
    public void Approve_AnotherHash_IsAConflict()
    {
        (string id, string hash) = _bench.Request();
        string other = (hash[0] == '0' ? '1' : '0') + hash[1..];

        Assert.Equal("CONFLICT", LiveBench.Code(_bench.Approve((id, other))));
        Assert.Equal("awaiting_approval", _bench.StateOf(id));
        Assert.Empty(_bench.Link.Sent);
    }

    [Theory]
    [InlineData(Surface.Mcp)]
    [InlineData(Surface.Rest)]
    [InlineData(Surface.Cli)]
    public void Approve_ByAnAnalyst_IsNotPermittedAnywhere(Surface surface)
    {
        (string id, string hash) = _bench.Request();

        foreach (string name in (string[])["create_approval", "reject_request", "revoke_approval", "submit_live_order", "flatten_live", "reconcile_live", "list_approvals"])
        {
            Assert.Equal("NOT_PERMITTED", LiveBench.Code(_bench.Call(name, new { requestId = id, orderHash = hash }, LiveBench.Analyst, surface)));
        }

        Assert.Empty(_bench.Link.Sent);
    }

    [Fact]
    public void Approve_OperatorOverMcp_IsNotPermitted()
    {
        (string id, string hash) = _bench.Request();

        Assert.Equal("NOT_PERMITTED", LiveBench.Code(_bench.Call("create_approval", new { requestId = id, orderHash = hash }, LiveBench.Ann, Surface.Mcp)));
    }

    [Fact]
    public void Approve_SessionEnded_NeedsAnother()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Approvers.Ended.Add(LiveBench.Ann.Actor);

        Assert.Equal("SESSION_REQUIRED", LiveBench.Code(_bench.Approve(request)));
    }

    [Fact]
    public void Approve_PassphraseEnteredLongAgo_NeedsItAgain()
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Approvers.HasSteppedUp = false;

        Assert.Equal("SESSION_REQUIRED", LiveBench.Code(_bench.Approve(request)));
        Assert.Empty(_bench.Link.Sent);
    }

    [Fact]
    public void Approve_Held_WaitsForSubmit()
    {
        (string Id, string Hash) request = _bench.Request();
        string approvalId = _bench.Approve(request, submit: false).GetProperty("approvalId").GetString()!;
        Assert.Equal("approved", _bench.StateOf(request.Id));
        Assert.Empty(_bench.Link.Sent);

        JsonElement sent = Submit(request.Id, approvalId);

        Assert.Equal("filled", sent.GetProperty("status").GetString());
        Assert.Equal(1.08500m, sent.GetProperty("fillPrice").GetDecimal());
        Assert.Equal("APPROVAL_REQUIRED", LiveBench.Code(Submit(request.Id, approvalId, "s2")));
        Assert.Single(_bench.Link.Sent);
    }

    // The word is good while now is before its end, and no moment longer.
    [Theory]
    [InlineData(119.999, "filled")]
    [InlineData(120.000, "APPROVAL_EXPIRED")]
    public void Submit_AtTheEndOfTheGrant_IsTheBoundary(double seconds, string expected)
    {
        (string Id, string Hash) request = _bench.Request();
        string approvalId = _bench.Approve(request, submit: false, ttlS: 120).GetProperty("approvalId").GetString()!;

        _bench.Clock.Pass(seconds);
        JsonElement answer = Submit(request.Id, approvalId);

        Assert.Equal(expected, answer.TryGetProperty("status", out JsonElement status) ? status.GetString() : LiveBench.Code(answer));
        Assert.Equal(expected == "filled" ? 1 : 0, _bench.Link.Sent.Count);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    public void Grant_WallClockSet_LastsAsLongAsBefore(int seconds)
    {
        (string Id, string Hash) request = _bench.Request();
        string approvalId = _bench.Approve(request, submit: false, ttlS: 600).GetProperty("approvalId").GetString()!;

        _bench.Clock.Now = _bench.Clock.Now.AddSeconds(seconds);

        Assert.Equal("filled", Submit(request.Id, approvalId).GetProperty("status").GetString());
    }

    [Fact]
    public void Request_NobodyLooks_LapsesAfterFiveMinutes()
    {
        (string Id, string Hash) request = _bench.Request();

        _bench.Clock.Pass(299.999);
        Assert.Equal("awaiting_approval", _bench.StateOf(request.Id));
        _bench.Clock.Pass(0.001);
        Assert.Equal("expired", _bench.StateOf(request.Id));
        Assert.Equal("STATE_CONFLICT", LiveBench.Code(_bench.Approve(request)));
    }

    [Fact]
    public void Session_Ends_TakesItsGrantsWithIt()
    {
        (string Id, string Hash) request = _bench.Request();
        string approvalId = _bench.Approve(request, submit: false).GetProperty("approvalId").GetString()!;

        Assert.Equal(1, _bench.Desks.EndSession(LiveBench.Ann.Actor));

        Assert.Equal("cancelled", _bench.StateOf(request.Id));
        Assert.Equal("APPROVAL_REQUIRED", LiveBench.Code(Submit(request.Id, approvalId, by: LiveBench.Bob)));
        Assert.Empty(_bench.Link.Sent);
    }

    [Fact]
    public void Session_RunsOutUnnoticed_ItsGrantIsWorthNothing()
    {
        (string Id, string Hash) request = _bench.Request();
        string approvalId = _bench.Approve(request, submit: false).GetProperty("approvalId").GetString()!;
        _bench.Approvers.Ended.Add(LiveBench.Ann.Actor);

        Assert.Equal("APPROVAL_REQUIRED", LiveBench.Code(Submit(request.Id, approvalId, by: LiveBench.Bob)));
        Assert.Empty(_bench.Link.Sent);
    }

    [Fact]
    public void KillSwitch_Thrown_VoidsGrantsAndEntriesThatWait()
    {
        (string Id, string Hash) approved = _bench.Request("k1");
        (string Id, string Hash) waiting = _bench.Request("k2");
        string approvalId = _bench.Approve(approved, submit: false).GetProperty("approvalId").GetString()!;

        _bench.Kill.Tighten(1, "client:a", "test");
        Assert.Equal("KILL_SWITCH_ACTIVE", LiveBench.Code(_bench.Approve(waiting)));
        Assert.Equal(1, _bench.Desk.Turn.Do(_bench.Desk.Approvals.Kill));

        Assert.Equal("cancelled", _bench.StateOf(approved.Id));
        Assert.Equal("cancelled", _bench.StateOf(waiting.Id));
        Assert.Equal("APPROVAL_REQUIRED", LiveBench.Code(Submit(approved.Id, approvalId)));
        Assert.Empty(_bench.Link.Sent);
    }

    [Fact]
    public void Approve_LargeOrder_NeedsTwoOperators()
    {
        // 250 points at 0.50 lots are 125 USD of 10,000: over one percent.
        (string Id, string Hash) request = _bench.Request(lots: 0.50m);

        Assert.Equal("awaiting_approval", _bench.Approve(request).GetProperty("state").GetString());
        Assert.Equal("STATE_CONFLICT", LiveBench.Code(_bench.Approve(request)));
        Assert.Empty(_bench.Link.Sent);
        Assert.Equal("filled", _bench.Approve(request, LiveBench.Bob).GetProperty("state").GetString());
        Assert.Single(_bench.Link.Sent);
    }

    [Fact]
    public void Approve_SecondOperatorTooLate_TheRequestHasLapsed()
    {
        (string Id, string Hash) request = _bench.Request(lots: 0.50m);
        _bench.Approve(request, ttlS: 60);

        _bench.Clock.Pass(60);

        Assert.Equal("STATE_CONFLICT", LiveBench.Code(_bench.Approve(request, LiveBench.Bob)));
        Assert.Equal("expired", _bench.StateOf(request.Id));
    }

    // 0.10 x 250 points to the stop is more than 20 points, so 20 points it is.
    [Theory]
    [InlineData(0.00020, "filled")]
    [InlineData(0.00021, "rejected")]
    [InlineData(-0.00021, "rejected")]
    public void Approve_PriceMovedMeanwhile_StaysWithinItsBound(double move, string expected)
    {
        (string Id, string Hash) request = _bench.Request();
        _bench.Link.Price = Scene.Quote with { Bid = Scene.Quote.Bid + (decimal)move, Ask = Scene.Quote.Ask + (decimal)move };

        Assert.Equal(expected, _bench.Approve(request).GetProperty("state").GetString());
        Assert.Equal(expected == "filled" ? 1 : 0, _bench.Link.Sent.Count);
    }

    [Fact]
    public void Reject_WithAReason_ItsClientReadsIt()
    {
        (string id, _) = _bench.Request();

        Assert.Equal("rejected", _bench.Call("reject_request", new { requestId = id, reason = "no_thesis" }, LiveBench.Ann).GetProperty("state").GetString());
        Assert.Equal("no_thesis", _bench.Timelines.Of(id)[^1].Why);
    }

    [Fact]
    public void Withdraw_OwnRequest_CannotBeApprovedAnyMore()
    {
        (string Id, string Hash) request = _bench.Request();

        Assert.Equal("NOT_FOUND", LiveBench.Code(_bench.Call("withdraw_request", new { id = request.Id, reason = "not mine", idempotencyKey = "w0" }, new Principal("client:b", Role.Analyst))));
        Assert.Equal("cancelled", _bench.Call("withdraw_request", new { id = request.Id, reason = "second thoughts", idempotencyKey = "w1" }).GetProperty("state").GetString());
        Assert.Equal("STATE_CONFLICT", LiveBench.Code(_bench.Approve(request)));
    }

    [Fact]
    public void Request_SameKeyAgain_IsTheSameRequest()
    {
        (string Id, string Hash) request = _bench.Request("same");
        using var later = new LiveBenchAgain(_bench, _folder);

        JsonElement again = later.Bench.Call("request_live_order", LiveBench.Buy("same"));

        Assert.Equal(request.Id, again.GetProperty("requestId").GetString());
        Assert.True(again.GetProperty("replayed").GetBoolean());
        Assert.Equal("CONFLICT", LiveBench.Code(later.Bench.Call("request_live_order", LiveBench.Buy("same", 0.20m))));
    }

    [Fact]
    public void Restart_ApprovedAndHeld_LapsesAndAwaitingStays()
    {
        (string Id, string Hash) held = _bench.Request("k1");
        (string Id, string Hash) waiting = _bench.Request("k2");
        string approvalId = _bench.Approve(held, submit: false).GetProperty("approvalId").GetString()!;
        using var later = new LiveBenchAgain(_bench, _folder);

        Assert.Equal("expired", later.Bench.StateOf(held.Id));
        Assert.Equal("awaiting_approval", later.Bench.StateOf(waiting.Id));
        Assert.Equal("APPROVAL_REQUIRED", LiveBench.Code(later.Bench.Call("submit_live_order", new { requestId = held.Id, approvalId, idempotencyKey = "s" }, LiveBench.Ann)));
        Assert.Equal("filled", later.Bench.Approve(waiting).GetProperty("state").GetString());
        Assert.Single(_bench.Link.Sent);
    }

    [Fact]
    public void Race_ManyApproveRejectAndWithdraw_OneWins()
    {
        (string Id, string Hash) request = _bench.Request();

        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 64 }, i => _ = (i % 3) switch
        {
            0 => _bench.Approve(request, i % 2 == 0 ? LiveBench.Ann : LiveBench.Bob),
            1 => _bench.Call("reject_request", new { requestId = request.Id, reason = "other" }, LiveBench.Ann),
            _ => _bench.Call("withdraw_request", new { id = request.Id, reason = "race", idempotencyKey = $"w{i}" }),
        });

        string state = _bench.StateOf(request.Id);
        Assert.Contains(state, (string[])["filled", "rejected", "cancelled"]);
        Assert.Equal(state == "filled" ? 1 : 0, _bench.Link.Sent.Count);
        Assert.Single(_bench.Timelines.Of(request.Id), s => s.Event is "approval.granted" or "approval.denied" or "order.cancelled");
    }

    [Fact]
    public void Race_AtTheEndOfItsTime_OneWins()
    {
        for (int round = 0; round < 20; round++)
        {
            (string Id, string Hash) request = _bench.Request($"race{round}", lots: 0.01m);
            int sent = _bench.Link.Sent.Count;

            Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 64 }, i =>
            {
                if (i == 32)
                {
                    _bench.Clock.Pass(301);
                }

                _ = (i % 3) switch
                {
                    0 => _bench.Approve(request, LiveBench.Ann),
                    1 => _bench.Call("get_execution_status", new { requestId = request.Id }),
                    _ => _bench.Call("reject_request", new { requestId = request.Id, reason = "other" }, LiveBench.Bob),
                };
            });

            string state = _bench.StateOf(request.Id);
            Assert.Contains(state, (string[])["filled", "rejected", "expired"]);
            Assert.Equal(state == "filled" ? 1 : 0, _bench.Link.Sent.Count - sent);
            Assert.Single(_bench.Timelines.Of(request.Id), s => s.Event is "approval.granted" or "approval.denied" or "order.expired");
            _bench.Link.Positions.Clear();
        }
    }

    private JsonElement Submit(string requestId, string approvalId, string key = "s1", Principal? by = null) =>
        _bench.Call("submit_live_order", new { requestId, approvalId, idempotencyKey = key }, by ?? LiveBench.Ann);

    /// <summary>The life after this one, at the same terminal.</summary>
    private sealed class LiveBenchAgain : IDisposable
    {
        public LiveBenchAgain(LiveBench before, TestFolder folder)
        {
            before.Dispose();
            Bench = new LiveBench(folder.Root, before.Link, before.Clock, isFirst: false);
        }

        public LiveBench Bench { get; }

        public void Dispose() => Bench.Dispose();
    }
}
