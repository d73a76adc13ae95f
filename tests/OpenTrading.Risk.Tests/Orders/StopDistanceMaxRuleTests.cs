using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class StopDistanceMaxRuleTests
{
    private static readonly StopDistanceMaxRule Rule = new(5m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("sl_distance_max", OrderClass.EntryOrRaise, "tighten SL"), Declared.Row<StopDistanceMaxRule>());
        Assert.Equal("5 [0.05..20] *", Declared.Parameter<StopDistanceMaxRule>("pct"));
    }

    // 5 % of 1.08500 is 0.05425.
    [Theory]
    [InlineData(1.03075, RuleOutcome.Pass)]
    [InlineData(1.03074, RuleOutcome.Reject)]
    public void Check_Stop_IsNotFartherThanThat(double stop, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { StopLoss = (decimal)stop })));

    [Fact]
    public void Check_NoQuote_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = null }));
}
