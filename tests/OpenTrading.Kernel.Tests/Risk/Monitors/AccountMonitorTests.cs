using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.Monitors;

public sealed class AccountMonitorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void LossWatch_AtTheFloorAndItsBufferTwice_ThrowsTheKillSwitch()
    {
        DeskBench bench = Bench(new Floored());
        var kill = KillSwitch.Open(_folder.Root, bench.Journal, bench.Clock, isFirstStart: true, initialLevel: 0);
        var watch = new LossWatch(kill, 3, () => [Account(bench)]);
        bench.Desk.Advance(Scene.Now);

        Equity(bench, 9_050.01m);
        watch.Look();
        watch.Look();
        Equity(bench, 9_050m);
        watch.Look();
        Equity(bench, 9_050.01m);
        watch.Look();
        Equity(bench, 9_050m);
        watch.Look();
        Assert.Equal(0, kill.Level);

        watch.Look();
        Assert.Equal(3, kill.Level);
    }

    [Fact]
    public void DeadlineWatch_APositionWhoseTimeIsOver_IsClosedByTheHostAndTriedAgain()
    {
        DeskBench bench = Bench(new Overdue());
        var watch = new DeadlineWatch(() => [Account(bench)], bench.Clock);
        bench.Broker.State = bench.Broker.State with { Positions = [new Position(7, "EURUSD", OrderSide.Buy, 0.50m, 1.08m, Scene.Now), new Position(8, "EURUSD", OrderSide.Buy, 0.50m, 1.08m, Scene.Now)] };
        bench.Broker.Sending = request =>
        {
            bench.Broker.Report(ExecutionKind.Rejected, request.ClientOrderId, "closed");
            return ValueTask.CompletedTask;
        };

        watch.Look();
        watch.Look();
        BrokerRequest sent = Assert.Single(bench.Broker.Sent);
        Assert.Equal((OrderKind.Close, 7L, 0.50m, "host", "its time is over"), (sent.Order.Kind, sent.Order.Target, sent.Order.Volume, sent.Order.Proposer, sent.Order.Reason));

        bench.Clock.Now = Scene.Now.AddSeconds(1);
        watch.Look();
        Assert.Equal(2, bench.Broker.Sent.Count);
    }

    [Fact]
    public void Equity_FollowedByARule_IsRecordedAndRemembered()
    {
        DeskBench bench = Bench(new Floored());
        bench.State.FollowsEquity = true;
        foreach (decimal equity in (decimal[])[10_000m, 10_100m, 10_100.5m, 10_050m])
        {
            Equity(bench, equity);
            bench.Desk.Advance(Scene.Now);
        }

        Assert.Equal(10_100.5m, bench.State.ForRules().HighestEquity);
        Assert.Equal(["10000", "10100"], bench.Journal.Records.Where(r => r.Type == "equity.high").Select(r => r.Payload.GetProperty("equity").GetString()));
    }

    [Fact]
    public void Equity_NobodyAsksFor_IsNotRecorded()
    {
        DeskBench bench = Bench(new Floored());
        bench.Desk.Advance(Scene.Now);

        Assert.DoesNotContain("equity.high", bench.Journal.Types);
    }

    public void Dispose() => _folder.Dispose();

    private static DeskBench Bench(IRiskRule rule) => new(new BoundRule(new RiskRuleAttribute("rule", OrderClass.All, "mend it"), rule));

    private static SwitchedAccount Account(DeskBench bench) => new("paper@sim", new Mailbox(), bench.Broker, bench.Ledger, bench.Desk, bench.State);

    private static void Equity(DeskBench bench, decimal equity) =>
        bench.Broker.State = bench.Broker.State with { Account = bench.Broker.State.Account with { Balance = equity, Equity = equity } };

    private sealed class Floored : IRiskRule, ILossFloor, ILossBuffer
    {
        public RuleResult Check(RiskContext context) => RuleResult.NotApplicable;

        public decimal? Floor(RiskState state) => 9_000m;

        public decimal Buffer(RiskState state) => 50m;
    }

    private sealed class Overdue : IRiskRule, IPositionDeadline
    {
        public bool EndsPositions => true;

        public RuleResult Check(RiskContext context) => RuleResult.NotApplicable;

        string? IPositionDeadline.Overdue(Position position, Instrument? instrument, DateTime now) => position.Ticket == 7 && instrument is not null ? "its time is over" : null;
    }
}
