using OpenTrading.Risk.Pace;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Pace;

public sealed class OrderRateRuleTests
{
    private static readonly OrderRateRule Rule = new(10);

    [Theory]
    [InlineData(8, RuleOutcome.Pass)]
    [InlineData(9, RuleOutcome.Pass)]
    [InlineData(10, RuleOutcome.Reject)]
    public void Check_OrdersOfAMinute_WithThisOneStayWithinTheNumber(int sent, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Past.Sent(Past.Order(1).Times(sent))));

    [Theory]
    [InlineData(59.999, RuleOutcome.Reject)]
    [InlineData(60, RuleOutcome.Pass)]
    public void Check_Window_ExcludesItsOldEdge(double secondsAgo, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Past.Sent(Past.Order(secondsAgo).Times(10))));

    [Fact]
    public void Check_TightenedStops_DoNotCount() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Sent(Past.Order(1, OrderClass.Tighten).Times(10))));

    [Fact]
    public void Check_RaisedRisk_Counts() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Past.Sent(Past.Order(1, OrderClass.Raise).Times(10))));
}
