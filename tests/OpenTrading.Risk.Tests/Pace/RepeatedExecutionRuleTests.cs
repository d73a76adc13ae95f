using OpenTrading.Risk.Pace;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Pace;

public sealed class RepeatedExecutionRuleTests
{
    private static readonly RepeatedExecutionRule Rule = new(5, 60);

    [Theory]
    [InlineData(4, RuleOutcome.Pass)]
    [InlineData(5, RuleOutcome.Reject)]
    public void Check_FilledEntries_WithThisOneStayWithinTheNumber(int filled, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Past.Executed(Past.Order(60).Times(filled))));

    [Theory]
    [InlineData(3599.999, RuleOutcome.Reject)]
    [InlineData(3600, RuleOutcome.Pass)]
    public void Check_Window_ExcludesItsOldEdge(double secondsAgo, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Past.Executed(Past.Order(secondsAgo).Times(5))));

    [Fact]
    public void Check_AnotherSourceSymbolOrSide_DoesNotCount()
    {
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Executed((Past.Order(60) with { Proposer = "client:a" }).Times(9))));
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Executed((Past.Order(60) with { Symbol = "GBPUSD" }).Times(9))));
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Executed((Past.Order(60) with { Side = OrderSide.Sell }).Times(9))));
    }
}
