using OpenTrading.Risk.Switches;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Switches;

public sealed class ManualOnlyRuleTests
{
    private static readonly ManualOnlyRule Rule = new(false);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("ea_allowed", OrderClass.All, "trade manually"), Declared.Row<ManualOnlyRule>());
        Assert.Equal("True", Declared.Parameter<ManualOnlyRule>("allowed"));
    }

    [Theory]
    [InlineData("strategy:test", OrderClass.Entry, RuleOutcome.Reject)]
    [InlineData("operator:op1", OrderClass.Entry, RuleOutcome.Reject)]
    [InlineData("client:c1", OrderClass.Close, RuleOutcome.Reject)]
    [InlineData("operator:op1", OrderClass.Close, RuleOutcome.Pass)]
    [InlineData("host", OrderClass.Reduce, RuleOutcome.Pass)]
    public void Check_NotAllowed_LeavesClosingToOperatorAndHost(string by, OrderClass orderClass, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { Proposer = by }) with { Class = orderClass }));

    [Fact]
    public void Check_Allowed_Passes() => Assert.Equal(RuleOutcome.Pass, new ManualOnlyRule(true).Outcome(Scene.Context));
}
