using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.Monitors;

public sealed class BreakerWatchTests
{
    [Fact]
    public void Refusals_TripABreaker_MakeTheAccountReduceOnlyUntilAnOperatorSaysElse()
    {
        var breaker = new Breaker(refusals: 2);
        var bench = new DeskBench(new BoundRule(new RiskRuleAttribute("breaker", OrderClass.All, "mend it"), breaker));
        BreakerWatch.Follow(bench.Router, bench.Ledger, bench.State, bench.Gate, bench.Kill, bench.Clock);
        bench.Broker.Sending = request =>
        {
            bench.Broker.Report(ExecutionKind.Rejected, request.ClientOrderId, "margin");
            return ValueTask.CompletedTask;
        };

        bench.Desk.Submit(Scene.Buy);
        Assert.Equal(TradingState.Active, bench.State.Trading);
        bench.Desk.Submit(Scene.Buy with { IdempotencyKey = "k2" });
        Assert.Equal(TradingState.ReduceOnly, bench.State.Trading);
        Assert.Equal("two refusals", bench.Journal.Single("trading.state").GetProperty("why").GetString());

        bench.State.Change(TradingState.Active, "operator:o", "looked at it");
        Assert.Empty(bench.Ledger.History.Now().Refusals);
    }

    [Fact]
    public void Change_ByTheHost_IsNoAcknowledgement()
    {
        var bench = new DeskBench();
        bench.Broker.Sending = request =>
        {
            bench.Broker.Report(ExecutionKind.Rejected, request.ClientOrderId, "margin");
            return ValueTask.CompletedTask;
        };
        bench.Desk.Submit(Scene.Buy);

        bench.State.Change(TradingState.Active, "host", "itself");

        Assert.Single(bench.Ledger.History.Now().Refusals);
    }

    private sealed class Breaker(int refusals) : IRiskRule, ICircuitBreaker
    {
        public bool StopsEntries => false;

        public RuleResult Check(RiskContext context) => RuleResult.NotApplicable;

        public string? Tripped(AccountHistory history, DateTime now) => history.Refusals.Count >= refusals ? "two refusals" : null;
    }
}
