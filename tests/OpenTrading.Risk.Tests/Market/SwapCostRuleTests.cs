using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class SwapCostRuleTests
{
    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("swap_cost_max", OrderClass.Entry, "shorten hold"), Declared.Row<SwapCostRule>());
        Assert.Equal("1 [0..30]", Declared.Parameter<SwapCostRule>("nights"));
        Assert.Equal("0.1 [0..1]", Declared.Parameter<SwapCostRule>("frac"));
    }

    // 0.10 lots risk 25 USD, a tenth is 2.50; Monday and Tuesday count one night, Wednesday three.
    [Theory]
    [InlineData(-25, 1, RuleOutcome.Pass)]
    [InlineData(-25.1, 1, RuleOutcome.Reject)]
    [InlineData(25.1, 1, RuleOutcome.Pass)]
    [InlineData(-5, 3, RuleOutcome.Pass)]
    [InlineData(-5.1, 3, RuleOutcome.Reject)]
    public void Check_SwapAgainstTheOrder_IsASmallPartOfItsRisk(double points, int nights, RuleOutcome expected) => Assert.Equal(
        expected, new SwapCostRule(nights, 0.10m).Outcome(Scene.Context with { Instrument = Scene.EurUsd with { SwapLong = (decimal)points } }));

    [Fact]
    public void Check_StopMissing_Rejects() => Assert.Equal(RuleOutcome.Reject, new SwapCostRule(1, 0.10m).Outcome(Scene.Context.WithOrder(o => o with { StopLoss = null })));
}
