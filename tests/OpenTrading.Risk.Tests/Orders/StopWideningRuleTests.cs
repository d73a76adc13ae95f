using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class StopWideningRuleTests
{
    private static readonly StopWideningRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("sl_no_widen", OrderClass.Raise, "keep SL"), Declared.Row<StopWideningRule>());

    // The long position's stop is 1.07800.
    [Theory]
    [InlineData(1.07801, RuleOutcome.Pass)]
    [InlineData(1.07800, RuleOutcome.Pass)]
    [InlineData(1.07799, RuleOutcome.Reject)]
    [InlineData(null, RuleOutcome.Reject)]
    public void Check_StopOfLong_NeverFalls(double? stop, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { Target = 7, StopLoss = (decimal?)stop }) with { Positions = [Scene.Long] }));

    [Theory]
    [InlineData(1.08201, RuleOutcome.Reject)]
    [InlineData(1.08200, RuleOutcome.Pass)]
    public void Check_StopOfShort_NeverRises(double stop, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(
        Scene.Context.WithOrder(o => o with { Target = 7, StopLoss = (decimal)stop }) with { Positions = [Scene.Long with { Side = OrderSide.Sell, StopLoss = 1.08200m }] }));

    // Waits at 1.08000 with a stop 200 points away.
    [Theory]
    [InlineData(1.08100, 1.07900, RuleOutcome.Pass)]
    [InlineData(1.08100, 1.07899, RuleOutcome.Reject)]
    public void Check_PendingOrder_KeepsItsDistance(double price, double stop, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(
        Scene.Context.WithOrder(o => o with { Target = 8, Price = (decimal)price, StopLoss = (decimal)stop }) with { Orders = [Scene.Pending with { StopLoss = 1.07800m }] }));

    [Fact]
    public void Check_NeverHadAStop_IsNotItsConcern() => Assert.Equal(
        RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context.WithOrder(o => o with { Target = 7 }) with { Positions = [Scene.Long with { StopLoss = null }] }));
}
