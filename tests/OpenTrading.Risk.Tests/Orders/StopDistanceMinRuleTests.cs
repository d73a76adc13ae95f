using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class StopDistanceMinRuleTests
{
    private static readonly StopDistanceMinRule Rule = new(2m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("sl_distance_min", OrderClass.EntryOrRaise, "widen SL"), Declared.Row<StopDistanceMinRule>());
        Assert.Equal("2 [1..20] *", Declared.Parameter<StopDistanceMinRule>("spread_mult"));
    }

    // The spread is 10 points, the entry 1.08500.
    [Theory]
    [InlineData(1.08480, RuleOutcome.Pass)]
    [InlineData(1.08481, RuleOutcome.Reject)]
    public void Check_Stop_IsTwoSpreadsAway(double stop, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { StopLoss = (decimal)stop })));

    [Fact]
    public void Check_NoStop_IsAnotherRulesConcern() => Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context.WithOrder(o => o with { StopLoss = null })));

    [Fact]
    public void Check_NoQuote_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = null }));
}
