using OpenTrading.Risk.Links;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Links;

public sealed class LinkRuleTests
{
    private static readonly LinkState Up = new(IsConnected: true, Obstacle: "", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.Zero, IsReconciled: true);

    [Fact]
    public void Declarations_AreTheRowsOfTheTable()
    {
        Assert.Equal(("connection_stale_max", OrderClass.All, "check terminal"), Declared.Row<ConnectionAgeRule>());
        Assert.Equal("10000 [1000..30000]", Declared.Parameter<ConnectionAgeRule>("ms"));
        Assert.Equal(("terminal_trade_permission", OrderClass.All, "enable algo trading"), Declared.Row<TerminalPermissionRule>());
        Assert.Equal(("clock_skew_max", OrderClass.EntryOrRaise, "sync the clock"), Declared.Row<ClockSkewRule>());
        Assert.Equal("2000 [100..5000]", Declared.Parameter<ClockSkewRule>("ms"));
        Assert.Equal("reconcile", Declared.Row<ReconciliationRule>().Remedy);
    }

    [Fact]
    public void All_SimulatedBroker_DoNotApply()
    {
        foreach (IRiskRule rule in (IRiskRule[])[new ConnectionAgeRule(10_000), new TerminalPermissionRule(), new ClockSkewRule(2000), new ReconciliationRule()])
        {
            Assert.Equal(RuleOutcome.NotApplicable, rule.Outcome(Scene.Context));
        }
    }

    [Theory]
    [InlineData(10_000, 0, RuleOutcome.Pass)]
    [InlineData(0, 10_000, RuleOutcome.Pass)]
    [InlineData(10_001, 0, RuleOutcome.Reject)]
    [InlineData(0, 10_001, RuleOutcome.Reject)]
    public void Age_OfHeartbeatAndSnapshot_StaysWithin(int silence, int snapshot, RuleOutcome expected) => Assert.Equal(
        expected, new ConnectionAgeRule(10_000).Outcome(On(Up with { Silence = TimeSpan.FromMilliseconds(silence), SnapshotAge = TimeSpan.FromMilliseconds(snapshot) })));

    [Fact]
    public void Age_NotConnected_Rejects() => Assert.Equal(RuleOutcome.Reject, new ConnectionAgeRule(10_000).Outcome(On(Up with { Silence = null })));

    [Fact]
    public void Permission_AnyObstacle_Rejects()
    {
        Assert.Equal(RuleOutcome.Pass, new TerminalPermissionRule().Outcome(On(Up)));
        Assert.Equal(RuleOutcome.Reject, new TerminalPermissionRule().Outcome(On(Up with { Obstacle = "algo trading is off" })));
        Assert.Equal(RuleOutcome.Reject, new TerminalPermissionRule().Outcome(On(Up with { IsConnected = false })));
    }

    [Theory]
    [InlineData(2000, RuleOutcome.Pass)]
    [InlineData(-2000, RuleOutcome.Pass)]
    [InlineData(2001, RuleOutcome.Reject)]
    [InlineData(-2001, RuleOutcome.Reject)]
    public void Clock_EitherDirection_StaysWithin(int ms, RuleOutcome expected) =>
        Assert.Equal(expected, new ClockSkewRule(2000).Outcome(On(Up with { ClockDifference = TimeSpan.FromMilliseconds(ms) })));

    [Fact]
    public void Reconciliation_SomethingLeftOver_Rejects()
    {
        Assert.Equal(RuleOutcome.Pass, new ReconciliationRule().Outcome(On(Up)));
        Assert.Equal(RuleOutcome.Reject, new ReconciliationRule().Outcome(On(Up with { IsReconciled = false })));
    }

    private static RiskContext On(LinkState link) => Scene.Context with { Link = link };
}
