using OpenTrading.Risk.Tests.Support;
using OpenTrading.Risk.Trades;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Trades;

public sealed class MartingaleRuleTests
{
    private static readonly MartingaleRule Rule = new(1.0m, 24);

    // A lot loses 250 at its stop; the trade that lost risked 25.
    [Theory]
    [InlineData(0.09, RuleOutcome.Pass)]
    [InlineData(0.10, RuleOutcome.Pass)]
    [InlineData(0.11, RuleOutcome.Reduce)]
    public void Check_AfterALoss_RisksNoMoreThanItDid(double lots, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Past.Closed(Past.Trade(60, -25m)).WithOrder(o => o with { Volume = (decimal)lots })));

    [Fact]
    public void Check_TooMuch_NamesTheVolumeOfTheSameRisk() => Assert.Equal(0.10m, Rule.Check(Past.Closed(Past.Trade(60, -25m)).WithOrder(o => o with { Volume = 1m })).Volume);

    [Theory]
    [InlineData(1439.99, RuleOutcome.Reduce)]
    [InlineData(1440, RuleOutcome.NotApplicable)]
    public void Check_ALoss_CountsForHours(double minutesAgo, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Past.Closed(Past.Trade(minutesAgo, -25m)).WithOrder(o => o with { Volume = 1m })));

    [Fact]
    public void Check_LastTradeWon_SaysNothing() => Assert.Equal(
        RuleOutcome.NotApplicable, Rule.Outcome(Past.Closed(Past.Trade(90, -25m), Past.Trade(60, 0m)).WithOrder(o => o with { Volume = 1m })));

    [Fact]
    public void Check_AnotherSourceOrSymbol_SaysNothing()
    {
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Past.Closed(Past.Trade(60, -25m) with { Source = "client:a" }).WithOrder(o => o with { Volume = 1m })));
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Past.Closed(Past.Trade(60, -25m) with { Symbol = "GBPUSD" }).WithOrder(o => o with { Volume = 1m })));
    }

    [Fact]
    public void Check_UnknownRisk_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Past.Closed(Past.Trade(60, -25m) with { Risk = null })));

    [Fact]
    public void Check_OrderWithoutAStop_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Past.Closed(Past.Trade(60, -25m)).WithOrder(o => o with { StopLoss = null })));
}
