using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class LotsPerOrderRuleTests
{
    private static readonly LotsPerOrderRule Rule = new(1m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("max_lots_per_order", OrderClass.Entry, "lower volume"), Declared.Row<LotsPerOrderRule>());
        Assert.Equal("1 / 0.1 [0.01..100] *", Declared.Parameter<LotsPerOrderRule>("lots"));
    }

    [Theory]
    [InlineData(1.00, RuleOutcome.Pass)]
    [InlineData(1.01, RuleOutcome.Reduce)]
    public void Check_Volume_IsLoweredToTheLots(double lots, RuleOutcome expected)
    {
        RuleResult result = Rule.Check(Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }));

        Assert.Equal((expected, expected == RuleOutcome.Reduce ? 1m : 0m), (result.Outcome, result.Volume));
    }
}
