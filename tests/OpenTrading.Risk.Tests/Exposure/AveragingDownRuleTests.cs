using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class AveragingDownRuleTests
{
    private static readonly AveragingDownRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("no_averaging_down", OrderClass.Entry, "do not add"), Declared.Row<AveragingDownRule>());

    [Theory]
    [InlineData(0, 0, RuleOutcome.Pass)]
    [InlineData(1, -1, RuleOutcome.Pass)]
    [InlineData(1, -1.01, RuleOutcome.Reject)]
    [InlineData(-0.01, 0, RuleOutcome.Reject)]
    public void Check_PositionOfItsSide_IsNotLosing(double profit, double swap, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context with { Positions = [Scene.Long with { Profit = (decimal)profit, Swap = (decimal)swap }] }));

    [Fact]
    public void Check_OtherSideOrSymbol_DoesNotCount() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(
        Scene.Context with { Positions = [Scene.Long with { Symbol = "GBPUSD", Profit = -5 }, Scene.Long with { Side = OrderSide.Sell, Profit = -5 }] }));
}
