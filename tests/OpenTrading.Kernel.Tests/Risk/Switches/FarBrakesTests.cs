using System.Text.Json;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Risk.Switches;

/// <summary>The brake that a terminal holds by itself, beside the host's.</summary>
public sealed class FarBrakesTests : IDisposable
{
    private const string Rearm = $$"""{"level":0,"reason":"looked at it","confirm":"REARM {{LinkStub.Account}}"}""";

    private readonly TestFolder _folder = new();
    private readonly PaperBench _paper = new();
    private readonly LiveBench _live;
    private readonly CapabilityBench _bench;

    public FarBrakesTests()
    {
        _live = new LiveBench(_folder.Root);
        _bench = new CapabilityBench(new SwitchCapabilities(_paper.Paper, () => [SwitchedAccount.Of(_paper.Desk, _paper.Turn), .. _live.Desks.Switched], _live.Kill, _ => true, _live.Clock));
    }

    public void Dispose()
    {
        _bench.Dispose();
        _live.Dispose();
        _paper.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Request_TerminalHasLatchedByItself_IsRefusedByTheKillSwitchUntilTheOperatorLetsGo()
    {
        _live.Link.Latch = 1;
        JsonElement refused = _live.Call("request_live_order", LiveBench.Buy("k1"));
        JsonElement armed = _bench.Call("trigger_kill_switch", Rearm);
        _live.Desk.Turn.Do(() => _live.Desk.State.Change(Sdk.Risk.TradingState.Active, "test", "test"));

        Assert.Equal("KILL_SWITCH_ACTIVE", LiveBench.Code(refused));
        Assert.Equal("The kill switch is re-armed; the trading state is reduce_only until an operator sets it active.", armed.GetProperty("summary").GetString());
        Assert.Equal(0, _live.Link.Latch);
        Assert.NotEmpty(_live.Request("k2").Id);
    }

    [Fact]
    public void Trigger_AnyLevel_PullsTheTerminalsBrakeUnderTheNumberOfItsRecord()
    {
        _bench.Call("trigger_kill_switch", """{"level":1,"reason":"drill"}""");

        Assert.Equal((1, _live.Kill.Record), (_live.Link.Latch, _live.Link.LatchSeq));
        Assert.True(_live.Kill.Record > 0);
    }

    [Fact]
    public void Watch_SwitchThrownOtherwise_PullsTheTerminalsBrakeWhenItIsThere()
    {
        var watch = new KillWatch(_live.Kill, () => _live.Desks.Switched, _live.Clock);
        _live.Link.Change(isConnected: false);
        _live.Kill.Tighten(1, "client:a", "why");
        watch.Look();
        Assert.Equal(0, _live.Link.Latch);

        _live.Link.Change(isConnected: true);
        watch.Look();

        Assert.Equal(1, _live.Link.Latch);
    }

    [Fact]
    public void Rearm_TerminalAwayOrOfAnotherHome_SaysWhatStaysHeld()
    {
        _live.Link.Latch = 1;
        _live.Link.Change(isConnected: false);
        string away = _bench.Call("trigger_kill_switch", Rearm).GetProperty("summary").GetString()!;
        _live.Link.Change(isConnected: true);
        _live.Link.LatchSeq = 1_000_000;
        string foreign = _bench.Call("trigger_kill_switch", Rearm).GetProperty("summary").GetString()!;

        Assert.EndsWith("50***34@Broker-Demo may hold entries back by itself still: its terminal is not connected; re-arm again when it is.", away, StringComparison.Ordinal);
        Assert.Contains("is not above the latch's 1000000.", foreign, StringComparison.Ordinal);
        Assert.Equal(1, _live.Link.Latch);
    }
}
