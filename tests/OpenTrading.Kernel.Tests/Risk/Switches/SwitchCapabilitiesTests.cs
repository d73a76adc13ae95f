using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.Switches;

public sealed class SwitchCapabilitiesTests : IDisposable
{
    private readonly PaperBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void GetTradingState_NothingAgainstIt_CanTradePaper()
    {
        JsonElement state = _bench.Call("get_trading_state");

        Assert.Equal(("active", "paper"), (state.GetProperty("state").GetString(), state.GetProperty("mode").GetString()));
        Assert.True(state.GetProperty("canTradePaper").GetBoolean());
        Assert.False(state.GetProperty("canTradeLive").GetBoolean());
        Assert.Equal(0, state.GetProperty("blockers").GetArrayLength());
        Assert.Equal(0, state.GetProperty("killSwitch").GetProperty("level").GetInt32());
        Assert.Equal(10m, state.GetProperty("dailyLossRemainingPct").GetDecimal());
        Assert.Equal(
            ["news", "spread", "session", "rollover", "volatility", "stale_data", "holiday", "cooldown"],
            state.GetProperty("noTrade").EnumerateArray().Select(c => c.GetProperty("condition").GetString()!));
    }

    [Fact]
    public void GetTradingState_AfterALoss_CountsItAndTheTrade()
    {
        _bench.Desk.Orders.Submit(Scene.Buy with { Volume = 1m });
        _bench.Bar(1.08490);
        _bench.Bar(1.08390);

        JsonElement state = _bench.Call("get_trading_state", """{"symbol":"EURUSD"}""");

        Assert.Equal((-1.1m, 8.9m), (state.GetProperty("dailyPnlPct").GetDecimal(), state.GetProperty("dailyLossRemainingPct").GetDecimal()));
        Assert.Equal((1, 1), (state.GetProperty("openPositions").GetInt32(), state.GetProperty("tradesToday").GetInt32()));
    }

    [Fact]
    public void GetTradingState_WideSpreadAndClosedMarket_AreNoTradeConditions()
    {
        using var bench = new PaperBench(instrument: Scene.EurUsd with { Sessions = [new TradingSession(DayOfWeek.Tuesday, TimeSpan.FromHours(7), TimeSpan.FromHours(9))] });
        bench.Bar(0.20000);

        JsonElement state = bench.Call("get_trading_state");

        // Ten points of 0.2 are 4.9988 basis points.
        Assert.Equal(("spread_max", false), (state.GetProperty("blockers")[0].GetProperty("code").GetString(), state.GetProperty("canTradePaper").GetBoolean()));
        JsonElement[] active = [.. state.GetProperty("noTrade").EnumerateArray().Where(c => c.GetProperty("active").GetBoolean())];
        Assert.Equal(["spread", "session"], active.Select(c => c.GetProperty("condition").GetString()!));
        Assert.Equal("2026-01-06T07:00:00.000Z", active[1].GetProperty("until").GetString());
    }

    [Fact]
    public void GetTradingState_UnknownSymbol_IsRefused() =>
        Assert.Equal("SYMBOL_UNKNOWN", _bench.Call("get_trading_state", """{"symbol":"NOPE"}""").GetProperty("code").GetString());

    [Fact]
    public void StopTrading_ByAnAnalyst_StopsEntriesAndLetsOnlyAnOperatorRelease()
    {
        JsonElement stopped = _bench.Call("stop_trading", """{"reason":"spread widened"}""");

        Assert.Equal(1, stopped.GetProperty("level").GetInt32());
        Assert.Equal("2026-01-05T08:00:00.000Z", stopped.GetProperty("since").GetString());
        Assert.Equal("kill_switch", Assert.Single(_bench.Desk.Orders.Submit(Scene.Buy).Violations).Rule);
        JsonElement state = _bench.Call("get_trading_state");
        Assert.Equal(("client:a", "spread widened"), (state.GetProperty("killSwitch").GetProperty("by").GetString(), state.GetProperty("killSwitch").GetProperty("reason").GetString()));
        Assert.Equal("NOT_PERMITTED", _bench.Call("trigger_kill_switch", """{"level":0,"reason":"x","confirm":"REARM paper@sim"}""").GetProperty("code").GetString());
    }

    [Fact]
    public void StopTrading_AtAHigherLevel_LowersNothing()
    {
        _bench.Kill.Tighten(2, "operator:o", "why");

        Assert.Equal(2, _bench.Call("stop_trading", """{"reason":"x"}""").GetProperty("level").GetInt32());
    }

    [Fact]
    public void TriggerKillSwitch_Flatten_CancelsAndClosesThroughTheGate()
    {
        _bench.Desk.Orders.Submit(Scene.Buy with { Volume = 0.1m });
        _bench.Bar(1.08490);
        _bench.Desk.Orders.Submit(Scene.Buy with { Type = OrderType.Limit, Price = 1.0840m, Volume = 0.1m, IdempotencyKey = "k2" });

        JsonElement flat = _bench.Call("trigger_kill_switch", """{"level":3,"reason":"drill"}""", PaperBench.Operator);
        _bench.Bar(1.08490);

        Assert.Equal((3, 1, 1), (flat.GetProperty("level").GetInt32(), flat.GetProperty("pendingCancelled").GetInt32(), flat.GetProperty("positionsClosing").GetInt32()));
        Assert.Empty(_bench.Desk.Broker.Positions);
        Assert.Empty(_bench.Desk.Broker.Orders);
        Assert.Equal(OrderState.Cancelled, _bench.Desk.Ledger.All[1].Outcome);
    }

    [Fact]
    public void TriggerKillSwitch_Rearm_NeedsTheExactWordsAndLeadsToReduceOnly()
    {
        _bench.Kill.Tighten(1, "client:a", "why");

        JsonElement wrong = _bench.Call("trigger_kill_switch", """{"level":0,"reason":"ok again","confirm":"rearm paper@sim"}""", PaperBench.Operator);
        Assert.Equal(("VALIDATION_ERROR", 1), (wrong.GetProperty("code").GetString(), _bench.Kill.Level));

        JsonElement armed = _bench.Call("trigger_kill_switch", """{"level":0,"reason":"ok again","confirm":"REARM paper@sim"}""", PaperBench.Operator);
        Assert.Equal((0, TradingState.ReduceOnly), (armed.GetProperty("level").GetInt32(), _bench.Desk.State.Trading));
        Assert.Equal("trading_state", Assert.Single(_bench.Desk.Orders.Submit(Scene.Buy).Violations).Rule);

        JsonElement active = _bench.Call("set_trading_state", """{"state":"active","why":"checked"}""", PaperBench.Operator);
        Assert.Equal(("reduce_only", "active"), (active.GetProperty("old").GetString(), active.GetProperty("new").GetString()));
        Assert.NotEqual(OrderState.Rejected, _bench.Desk.Orders.Submit(Scene.Buy with { IdempotencyKey = "k2" }).State);
    }

    [Fact]
    public void TriggerKillSwitch_RearmWithoutAFreshPassphrase_NeedsItAgain()
    {
        _bench.Kill.Tighten(1, "client:a", "why");
        _bench.HasSteppedUp = false;

        Assert.Equal("SESSION_REQUIRED", _bench.Call("trigger_kill_switch", """{"level":0,"reason":"ok","confirm":"REARM paper@sim"}""", PaperBench.Operator).GetProperty("code").GetString());
        Assert.Equal("SESSION_REQUIRED", _bench.Call("set_trading_state", """{"state":"active","why":"x"}""", PaperBench.Operator).GetProperty("code").GetString());
        Assert.Equal(2, _bench.Call("trigger_kill_switch", """{"level":2,"reason":"worse"}""", PaperBench.Operator).GetProperty("level").GetInt32());
        Assert.Equal("halted", _bench.Call("set_trading_state", """{"state":"halted","why":"x"}""", PaperBench.Operator).GetProperty("new").GetString());
    }

    [Fact]
    public void TriggerKillSwitch_RearmWhileTheDaysLossStands_IsRefusedUntilTheReset()
    {
        _bench.Desk.Orders.Submit(Scene.Buy with { Volume = 1m });
        _bench.Bar(1.08490);
        _bench.Bar(1.07490);
        _bench.Kill.Tighten(2, "host", "daily loss");

        JsonElement refused = _bench.Call("trigger_kill_switch", """{"level":0,"reason":"ok","confirm":"REARM paper@sim"}""", PaperBench.Operator);

        Assert.Equal("STATE_CONFLICT", refused.GetProperty("code").GetString());
        Assert.Contains("daily_loss_max", refused.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, _bench.Kill.Level);
    }

    [Fact]
    public void KillWatch_DropFileThatFlattens_ClosesWhatIsOpenAndWaitsForItsFill()
    {
        var watch = new KillWatch(_bench.Kill, () => [SwitchedAccount.Of(_bench.Desk, _bench.Turn)], _bench.Wall);
        _bench.Desk.Orders.Submit(Scene.Buy with { Volume = 0.1m });
        _bench.Bar(1.08490);
        _bench.Desk.Orders.Submit(Scene.Buy with { Type = OrderType.Limit, Price = 1.0840m, Volume = 0.1m, IdempotencyKey = "k2" });
        watch.Look();
        Assert.Equal((0, 1, 1), (_bench.Kill.Level, _bench.Desk.Broker.Positions.Count, _bench.Desk.Broker.Orders.Count));

        _bench.Drop("flatten");
        watch.Look();
        watch.Look();
        Assert.Equal((3, 1, 0, 4), (_bench.Kill.Level, _bench.Desk.Broker.Positions.Count, _bench.Desk.Broker.Orders.Count, _bench.Desk.Ledger.Count));
        _bench.Bar(1.08490);
        watch.Look();

        Assert.Empty(_bench.Desk.Broker.Positions);
        Assert.Equal(4, _bench.Desk.Ledger.Count);
    }

    [Fact]
    public void SetTradingState_ActiveUnderTheKillSwitch_IsRefused()
    {
        _bench.Kill.Tighten(1, "client:a", "why");

        Assert.Equal("KILL_SWITCH_ACTIVE", _bench.Call("set_trading_state", """{"state":"active","why":"x"}""", PaperBench.Operator).GetProperty("code").GetString());
    }

    [Fact]
    public void Permissions_OfTheBrakes_AnyoneMayPullAnOperatorAloneReleases()
    {
        CapabilityDescriptor stop = _bench.Dispatcher.Catalog.Find("stop_trading")!;
        var dataOnly = new AccessPolicy(new AccessMode(), _ => true);

        Assert.True(dataOnly.IsPermitted(stop, PaperBench.Analyst, Sdk.Capabilities.Surface.Mcp));
        Assert.False(dataOnly.IsPermitted(_bench.Dispatcher.Catalog.Find("set_trading_state")!, PaperBench.Analyst, Sdk.Capabilities.Surface.Rest));
        Assert.False(dataOnly.IsPermitted(_bench.Dispatcher.Catalog.Find("trigger_kill_switch")!, PaperBench.Operator, Sdk.Capabilities.Surface.Mcp));
    }
}
