using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class MinimumHoldRuleTests
{
    private static readonly MinimumHoldRule Rule = new(60);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("min_hold_time", OrderClass.Reduce | OrderClass.Close, "wait"), Declared.Row<MinimumHoldRule>());
        Assert.Equal("none [0..86400]", Declared.Parameter<MinimumHoldRule>("s"));
    }

    [Theory]
    [InlineData(59, RuleOutcome.Reject)]
    [InlineData(60, RuleOutcome.Pass)]
    public void Check_Position_IsOldEnough(int seconds, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Closed(seconds, "strategy:test")));

    [Fact]
    public void Check_OperatorHostOrOff_IsExempt()
    {
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Closed(1, "operator:op1")));
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Closed(1, "host")));
        Assert.Equal(RuleOutcome.NotApplicable, new MinimumHoldRule(null).Outcome(Closed(1, "client:c1")));
    }

    private static RiskContext Closed(int age, string by) => Scene.Context.WithOrder(o => o with { Kind = OrderKind.Close, Target = 7, Proposer = by })
        with { Class = OrderClass.Close, Positions = [Scene.Long with { OpenedAt = Scene.Now.AddSeconds(-age) }] };
}
