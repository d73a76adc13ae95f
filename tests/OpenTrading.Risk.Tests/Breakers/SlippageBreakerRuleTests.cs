using OpenTrading.Risk.Breakers;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Breakers;

public sealed class SlippageBreakerRuleTests
{
    private static readonly SlippageBreakerRule Rule = new(5, 2m, 5m);

    [Theory]
    [InlineData(2.00, RuleOutcome.Pass)]
    [InlineData(2.01, RuleOutcome.Reject)]
    public void Check_Mean_StaysWithinTheLimit(double each, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Slips([.. ((decimal)each).Times(5)])));

    [Theory]
    [InlineData(5.00, RuleOutcome.Pass)]
    [InlineData(5.01, RuleOutcome.Reject)]
    public void Check_Single_StaysWithinItsOwnLimit(double worst, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Slips(0, 0, 0, 0, (decimal)worst)));

    [Fact]
    public void Check_FewFills_HaveNoMean() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Slips(4, 4, 4, 4)));

    [Fact]
    public void Check_OlderFills_DoNotCount() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Slips(50, 1, 1, 1, 1, 1)));

    [Fact]
    public void Check_NoFills_SaysNothing() => Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Slips()));

    [Fact]
    public void Tripped_OverTheLimit_SaysWhyAndLeavesTheKillSwitch()
    {
        Assert.False(Rule.StopsEntries);
        Assert.Null(Rule.Tripped(Slips(5).History, Scene.Now));
        Assert.Equal("slippage_breaker: 5.01 bps, worst fill, limit <= 5", Rule.Tripped(Slips(5.01m).History, Scene.Now));
    }

    private static RiskContext Slips(params decimal[] slips) => Scene.Context.WithHistory(h => h with { Slips = slips });
}
