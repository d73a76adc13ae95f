using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.Gate;

public sealed class RiskGateTests
{
    private static readonly ApprovalStamp Stamp = new("o-1", "hash", "test000000000001", Scene.Now);

    [Fact]
    public void Constructor_NoRules_Throws() => Assert.Throws<ArgumentException>(() => Gate());

    [Fact]
    public void Constructor_OneIdTwice_ThrowsAndNamesIt()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gate(RuleStub.Passing.Bind("a"), RuleStub.Rejecting.Bind("a")));

        Assert.Contains("a is registered twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AllPass_LeavesTheVolume()
    {
        GateVerdict verdict = Gate(RuleStub.Passing.Bind("a"), RuleStub.AtMost(1m).Bind("b")).Check(Scene.Context);

        Assert.True(verdict.Passed);
        Assert.Equal(0.38m, verdict.Volume);
        Assert.Equal(["a", "b"], verdict.Verdicts.Select(v => v.Rule.Id));
    }

    [Fact]
    public void Check_FirstRuleRejects_AsksTheOthersAllTheSame()
    {
        RuleStub[] later = [RuleStub.Passing, RuleStub.Rejecting];

        GateVerdict verdict = Gate(RuleStub.Rejecting.Bind("a"), later[0].Bind("b"), later[1].Bind("c")).Check(Scene.Context);

        Assert.All(later, rule => Assert.Single(rule.AskedFor));
        Assert.Equal(["a", "c"], verdict.Violations.Select(v => v.Rule));
        Assert.Equal(0m, verdict.Volume);
    }

    [Fact]
    public void Check_RejectAndReduce_RejectWins()
    {
        RuleStub reducing = RuleStub.AtMost(0.20m);

        GateVerdict verdict = Gate(reducing.Bind("a"), RuleStub.Rejecting.Bind("b")).Check(Scene.Context);

        Assert.False(verdict.Passed);
        Assert.Single(reducing.AskedFor);
    }

    [Fact]
    public void Check_TwoReductions_TheSmallerWins()
    {
        GateVerdict verdict = Gate(RuleStub.AtMost(0.30m).Bind("a"), RuleStub.AtMost(0.20m).Bind("b"), RuleStub.AtMost(0.25m).Bind("c")).Check(Scene.Context);

        Assert.True(verdict.Passed);
        Assert.Equal(0.20m, verdict.Volume);
    }

    [Fact]
    public void Check_ReductionOffTheStep_RoundsDownAndAsksAllOnceMore()
    {
        RuleStub reducing = RuleStub.AtMost(0.2999m);
        RuleStub passing = RuleStub.Passing;

        GateVerdict verdict = Gate(passing.Bind("a"), reducing.Bind("b")).Check(Scene.Context);

        Assert.Equal(0.29m, verdict.Volume);
        Assert.Equal([0.38m, 0.29m], reducing.AskedFor);
        Assert.Equal([0.38m, 0.29m], passing.AskedFor);
    }

    [Fact]
    public void Check_SecondReduction_Rejects()
    {
        var insatiable = new RuleStub(c => RuleResult.Test(false, "1", "<=", "0").OrReduceTo(c.Order.Volume - 0.01m));

        GateVerdict verdict = Gate(insatiable.Bind()).Check(Scene.Context);

        Assert.False(verdict.Passed);
        Assert.Equal(0m, verdict.Volume);
        Assert.Equal([0.38m, 0.37m], insatiable.AskedFor);
    }

    [Fact]
    public void Check_RejectionOfTheReducedVolume_Rejects()
    {
        var large = new RuleStub(c => RuleResult.AtLeast(c.Order.Volume, 0.30m, "lots"));

        Assert.False(Gate(RuleStub.AtMost(0.20m).Bind("a"), large.Bind("b")).Check(Scene.Context).Passed);
    }

    [Fact]
    public void Check_ReductionBelowTheSmallestVolume_Rejects()
    {
        RuleStub reducing = RuleStub.AtMost(0.0099m);

        Assert.False(Gate(reducing.Bind()).Check(Scene.Context).Passed);
        Assert.Single(reducing.AskedFor);
    }

    [Fact]
    public void Check_ReductionNotAccepted_Rejects() =>
        Assert.False(Gate(RuleStub.AtMost(0.20m).Bind()).Check(Scene.Context with { Order = Scene.Buy with { AcceptReduced = false } }).Passed);

    [Fact]
    public void Check_ReductionOfARaise_Rejects() =>
        Assert.False(Gate(RuleStub.AtMost(0.20m).Bind()).Check(Scene.Context with { Class = OrderClass.Raise }).Passed);

    [Fact]
    public void Check_ReductionAtTheFinalLook_Rejects() =>
        Assert.False(Gate(RuleStub.AtMost(0.20m).Bind()).Check(Scene.Context with { Stage = GateStage.Final }).Passed);

    [Theory]
    [InlineData(OrderClass.Entry, true)]
    [InlineData(OrderClass.Raise, true)]
    [InlineData(OrderClass.Tighten, false)]
    [InlineData(OrderClass.Reduce, false)]
    [InlineData(OrderClass.Close, false)]
    public void Check_Class_AsksTheRulesThatJudgeIt(OrderClass orderClass, bool asked)
    {
        RuleStub rule = RuleStub.Rejecting;

        GateVerdict verdict = Gate(rule.Bind("a", OrderClass.EntryOrRaise)).Check(Scene.Context with { Class = orderClass });

        Assert.Equal(asked ? 1 : 0, rule.AskedFor.Count);
        Assert.Equal(!asked, verdict.Passed);
    }

    [Fact]
    public void Check_NotApplicable_PassesAndIsRecorded()
    {
        GateVerdict verdict = Gate(new RuleStub(_ => RuleResult.NotApplicable).Bind()).Check(Scene.Context);

        Assert.True(verdict.Passed);
        Assert.Equal(RuleOutcome.NotApplicable, Assert.Single(verdict.Verdicts).Result.Outcome);
    }

    [Fact]
    public void Check_Rejection_SaysRuleValueLimitAndRemedy()
    {
        Violation violation = Assert.Single(Gate(RuleStub.Rejecting.Bind("too_many")).Check(Scene.Context).Violations);

        Assert.Equal("too_many: too many EURUSD is 2 units, limit <= 1; mend it", violation.Message);
    }

    [Fact]
    public void Approve_AllPass_MintsWhatTheRulesSaw()
    {
        var mints = new MintLedger();
        RiskContext context = Scene.Context with { Stage = GateStage.Final };

        ApprovedOrder? approved = new RiskGate([RuleStub.Passing.Bind()], mints).Approve(context, Stamp, out GateVerdict verdict);

        Assert.NotNull(approved);
        Assert.True(verdict.Passed);
        Assert.True(mints.Contains(approved));
        Assert.Same(context.Order, approved.Order);
        Assert.Equal(("o-1", "hash", "test000000000001"), (approved.OrderId, approved.OrderHash, approved.ClientOrderId));
    }

    [Fact]
    public void Approve_Reduction_MintsNothing()
    {
        RuleStub reducing = RuleStub.AtMost(0.20m);

        Assert.Null(Gate(reducing.Bind()).Approve(Scene.Context with { Stage = GateStage.Final }, Stamp, out GateVerdict verdict));
        Assert.False(verdict.Passed);
        Assert.Single(reducing.AskedFor);
    }

    [Fact]
    public void Approve_FirstLook_Throws() =>
        Assert.Throws<ArgumentException>(() => Gate(RuleStub.Passing.Bind()).Approve(Scene.Context, Stamp, out _));

    private static RiskGate Gate(params BoundRule[] rules) => new(rules, new MintLedger());
}
