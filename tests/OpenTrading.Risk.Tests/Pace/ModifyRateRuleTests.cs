using OpenTrading.Risk.Pace;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Pace;

public sealed class ModifyRateRuleTests
{
    private static readonly ModifyRateRule Rule = new(30, 1);

    [Theory]
    [InlineData(29, RuleOutcome.Pass)]
    [InlineData(30, RuleOutcome.Reject)]
    public void Check_ChangesOfAMinute_WithThisOneStayWithinTheNumber(int sent, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Change(Other(30).Times(sent))));

    [Theory]
    [InlineData(59.999, RuleOutcome.Reject)]
    [InlineData(60, RuleOutcome.Pass)]
    public void Check_Window_ExcludesItsOldEdge(double secondsAgo, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Change(Other(secondsAgo).Times(30))));

    [Theory]
    [InlineData(0.999, RuleOutcome.Reject)]
    [InlineData(1.0, RuleOutcome.Pass)]
    [InlineData(1.001, RuleOutcome.Pass)]
    public void Check_SameTicket_RestsForSeconds(double secondsAgo, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Change(Other(secondsAgo) with { Target = 7 })));

    [Fact]
    public void Check_Entries_AreNoChanges() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Change(Past.Order(0.5).Times(50))));

    [Fact]
    public void Check_FirstStopOfAPosition_IsExempt() => Assert.Equal(
        RuleOutcome.NotApplicable, Rule.Outcome(Change(Other(0.5).Times(100)) with { Positions = [Scene.Long with { StopLoss = null }] }));

    [Fact]
    public void Check_PendingOrderOfTheSameNumber_IsNoFirstStop() => Assert.Equal(
        RuleOutcome.Reject,
        Rule.Outcome((Change(Other(0.5).Times(100)) with { Positions = [Scene.Long with { StopLoss = null }] }).WithOrder(o => o with { Price = 1.08m })));

    private static OrderTrace Other(double secondsAgo) => Past.Order(secondsAgo, OrderClass.Tighten) with { Kind = OrderKind.Modify, Target = 99 };

    private static RiskContext Change(params OrderTrace[] sent) =>
        Past.Sent(sent).WithOrder(o => o with { Kind = OrderKind.Modify, Target = 7 }) with { Class = OrderClass.Tighten, Positions = [Scene.Long] };
}
