using OpenTrading.Risk.Breakers;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;

namespace OpenTrading.Risk.Tests.Breakers;

public sealed class RejectBreakerRuleTests
{
    private static readonly RejectBreakerRule Rule = new(5, 10);

    [Theory]
    [InlineData(4, RuleOutcome.Pass)]
    [InlineData(5, RuleOutcome.Reject)]
    public void Check_Refusals_AreBelowTheNumber(int refused, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Refused(At(60).Times(refused))));

    [Theory]
    [InlineData(599.999, RuleOutcome.Reject)]
    [InlineData(600, RuleOutcome.Pass)]
    public void Check_Window_ExcludesItsOldEdge(double secondsAgo, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Refused(At(secondsAgo).Times(5))));

    [Fact]
    public void Check_TooManyRequests_CountsFive() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Refused(At(1) with { Weight = 5 })));

    [Fact]
    public void Tripped_AtTheNumber_SaysWhyAndThrowsTheKillSwitch()
    {
        Assert.True(Rule.StopsEntries);
        Assert.Null(Rule.Tripped(Refused(At(1).Times(4)).History, Scene.Now));
        Assert.Equal("reject_breaker: 5 refusals, limit < 5", Rule.Tripped(Refused(At(1).Times(5)).History, Scene.Now));
    }

    private static BrokerRefusal At(double secondsAgo) => new(Scene.Now.AddSeconds(-secondsAgo), 1);

    private static RiskContext Refused(params BrokerRefusal[] refusals) => Scene.Context.WithHistory(h => h with { Refusals = refusals });
}
