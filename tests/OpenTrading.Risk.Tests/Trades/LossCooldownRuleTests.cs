using OpenTrading.Risk.Tests.Support;
using OpenTrading.Risk.Trades;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Trades;

public sealed class LossCooldownRuleTests
{
    private static readonly LossCooldownRule Rule = new(15);

    [Theory]
    [InlineData(14.99, RuleOutcome.Reject)]
    [InlineData(15, RuleOutcome.Pass)]
    [InlineData(15.01, RuleOutcome.Pass)]
    public void Check_AfterALosingExit_TheSymbolRests(double minutesAgo, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Past.Closed(Past.Trade(minutesAgo, -0.01m))));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Check_AfterAnyOtherExit_ItDoesNot(double net) => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Closed(Past.Trade(1, (decimal)net))));

    [Fact]
    public void Check_LossBehindALaterWin_StillCounts() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Past.Closed(Past.Trade(10, -5m), Past.Trade(1, 5m))));

    [Fact]
    public void Check_AnotherSymbol_DoesNotRest() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Closed(Past.Trade(1, -5m) with { Symbol = "GBPUSD" })));
}
