using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class DeviationRuleTests
{
    private static readonly DeviationRule Rule = new(20);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("max_deviation", OrderClass.Entry, "lower it"), Declared.Row<DeviationRule>());
        Assert.Equal("20 [0..500] *", Declared.Parameter<DeviationRule>("points"));
    }

    [Theory]
    [InlineData(20, RuleOutcome.Pass)]
    [InlineData(21, RuleOutcome.Reject)]
    public void Check_Deviation_IsWithinPoints(int points, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { Deviation = points })));
}
