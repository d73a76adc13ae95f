using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class SignalConfidenceRuleTests
{
    private static readonly SignalConfidenceRule Rule = new(0.42m, required: false);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("min_signal_confidence", OrderClass.Entry, "stronger signal"), Declared.Row<SignalConfidenceRule>());
        Assert.Equal("0.42 [0..1]", Declared.Parameter<SignalConfidenceRule>("value"));
        Assert.Equal("False", Declared.Parameter<SignalConfidenceRule>("required"));
    }

    [Theory]
    [InlineData(0.43, RuleOutcome.Pass)]
    [InlineData(0.42, RuleOutcome.Pass)]
    [InlineData(0.4199999, RuleOutcome.Reject)]
    [InlineData(double.NaN, RuleOutcome.Reject)]
    [InlineData(double.PositiveInfinity, RuleOutcome.Reject)]
    public void Check_Confidence_ReachesTheLimit(double confidence, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { Confidence = confidence })));

    [Fact]
    public void Check_NoConfidence_AppliesOnlyWhereOneIsRequired()
    {
        RiskContext context = Scene.Context.WithOrder(o => o with { Confidence = null });

        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(context));
        Assert.Equal(RuleOutcome.Reject, new SignalConfidenceRule(0.42m, required: true).Outcome(context));
    }

    [Theory]
    [InlineData("operator:op1", RuleOutcome.NotApplicable)]
    [InlineData("client:c1", RuleOutcome.Reject)]
    [InlineData("strategy:s1", RuleOutcome.Reject)]
    public void Check_OperatorsOwnOrder_NeedsNoSignal(string proposer, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { Proposer = proposer, Confidence = 0 })));
}
