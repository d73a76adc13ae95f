using OpenTrading.Risk.Tests.Support;
using OpenTrading.Risk.Trades;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Trades;

public sealed class ConsecutiveLossesRuleTests
{
    private static readonly ConsecutiveLossesRule Rule = new(4);

    [Theory]
    [InlineData(3, RuleOutcome.Pass)]
    [InlineData(4, RuleOutcome.Reject)]
    public void Check_RunOfLosses_IsBelowTheNumber(int losses, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Past.Closed(Past.Trade(10, -0.01m).Times(losses))));

    [Fact]
    public void Check_ATradeThatDidNotLose_EndsTheRun() =>
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Closed([.. Past.Trade(30, -5m).Times(3), Past.Trade(20, 0m), .. Past.Trade(10, -5m).Times(3)])));

    // The day began eight hours ago.
    [Theory]
    [InlineData(480, RuleOutcome.Reject)]
    [InlineData(480.01, RuleOutcome.Pass)]
    public void Check_LossesOfYesterday_DoNotCount(double oldest, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Past.Closed([Past.Trade(oldest, -5m), .. Past.Trade(10, -5m).Times(3)])));

    [Fact]
    public void Check_UnknownDay_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Past.Closed(Past.Trade(1, 5m)).WithState(s => s with { DayStart = null })));
}
