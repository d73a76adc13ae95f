using OpenTrading.Risk.Approvals;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Approvals;

public sealed class ApprovalRuleTests
{
    private static readonly ApprovalState Good = new(["operator:a"], "h", "h", TimeSpan.FromSeconds(1));

    [Fact]
    public void Declarations_AreTheRowsOfTheTable()
    {
        Assert.Equal(("approval_present_bound", OrderClass.All, "approve again"), Declared.Row<ApprovalBoundRule>());
        Assert.Equal(("approval_price_drift", OrderClass.Entry, "propose again"), Declared.Row<ApprovalDriftRule>());
        Assert.Equal(("dual_approval_over", OrderClass.EntryOrRaise, "ask one"), Declared.Row<DualApprovalRule>());
        Assert.Equal("20 [0..500] *", Declared.Parameter<ApprovalDriftRule>("points"));
        Assert.Equal("0.1 [0..0.5]", Declared.Parameter<ApprovalDriftRule>("frac_sl"));
        Assert.Equal("0.01 [0.0001..0.05]", Declared.Parameter<DualApprovalRule>("frac"));
    }

    [Fact]
    public void Bound_NobodyIsAsked_DoesNotApply()
    {
        Assert.Equal(RuleOutcome.NotApplicable, new ApprovalBoundRule().Outcome(Final(null)));
        Assert.Equal(RuleOutcome.NotApplicable, new ApprovalBoundRule().Outcome(Scene.Context with { Approval = Good }));
    }

    [Theory]
    [InlineData(0.001, RuleOutcome.Pass)]
    [InlineData(0, RuleOutcome.Reject)]
    [InlineData(-1, RuleOutcome.Reject)]
    public void Bound_TimeLeft_MustBeAboveZero(double seconds, RuleOutcome expected) =>
        Assert.Equal(expected, new ApprovalBoundRule().Outcome(Final(Good with { Left = TimeSpan.FromSeconds(seconds) })));

    [Fact]
    public void Bound_NoneOrAnotherOrder_Rejects()
    {
        Assert.Equal(RuleOutcome.Reject, new ApprovalBoundRule().Outcome(Final(Good with { Operators = [], OrderHash = null })));
        Assert.Equal(RuleOutcome.Reject, new ApprovalBoundRule().Outcome(Final(Good with { OrderHash = "other" })));
        Assert.Equal(RuleOutcome.Reject, new ApprovalBoundRule().Outcome(Final(Good with { OrderHash = null })));
    }

    // 250 points to the stop: a tenth of it is 25, so the 20 points hold.
    [Theory]
    [InlineData(1.08480, RuleOutcome.Pass)]
    [InlineData(1.08520, RuleOutcome.Pass)]
    [InlineData(1.08479, RuleOutcome.Reject)]
    [InlineData(1.08521, RuleOutcome.Reject)]
    public void Drift_EitherDirection_IsBounded(double seen, RuleOutcome expected) => Assert.Equal(
        expected, new ApprovalDriftRule(20, 0.10m).Outcome(Final(Good).WithOrder(o => o with { ReferencePrice = (decimal)seen })));

    [Theory]
    [InlineData(1.08490, RuleOutcome.Pass)]
    [InlineData(1.08489, RuleOutcome.Reject)]
    public void Drift_NearStop_IsBoundedByItsDistance(double seen, RuleOutcome expected) => Assert.Equal(
        expected, new ApprovalDriftRule(20, 0.10m).Outcome(Final(Good).WithOrder(o => o with { ReferencePrice = (decimal)seen, StopLoss = 1.08400m })));

    // 0.10 lots at 250 points risk 25 USD of 10,000.
    [Theory]
    [InlineData(0.0025, 1, RuleOutcome.Pass)]
    [InlineData(0.0024, 1, RuleOutcome.Reject)]
    [InlineData(0.0024, 2, RuleOutcome.Pass)]
    public void Dual_MuchRisk_NeedsTwo(double frac, int operators, RuleOutcome expected) => Assert.Equal(
        expected, new DualApprovalRule((decimal)frac, null).Outcome(Final(Good with { Operators = [.. Enumerable.Range(0, operators).Select(i => $"operator:{i}")] })));

    [Fact]
    public void Dual_ManyLots_NeedsTwo()
    {
        Assert.Equal(RuleOutcome.Pass, new DualApprovalRule(0.05m, 0.10m).Outcome(Final(Good)));
        Assert.Equal(RuleOutcome.Reject, new DualApprovalRule(0.05m, 0.09m).Outcome(Final(Good)));
    }

    [Fact]
    public void Dual_RiskThatNobodyKnows_NeedsTwo() =>
        Assert.Equal(RuleOutcome.Reject, new DualApprovalRule(0.05m, null).Outcome(Final(Good).WithOrder(o => o with { StopLoss = null })));

    private static RiskContext Final(ApprovalState? approval) => Scene.Context with { Stage = GateStage.Final, Approval = approval };
}
