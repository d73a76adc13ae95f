using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class PendingOrdersRuleTests
{
    private static readonly PendingOrdersRule Rule = new(2);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("max_pending_orders", OrderClass.Entry, "delete one"), Declared.Row<PendingOrdersRule>());
        Assert.Equal("10 / 5 [0..200]", Declared.Parameter<PendingOrdersRule>("n"));
    }

    [Theory]
    [InlineData(1, RuleOutcome.Pass)]
    [InlineData(2, RuleOutcome.Reject)]
    public void Check_WaitingOrders_AreCounted(int waiting, RuleOutcome expected) => Assert.Equal(
        expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { Type = OrderType.Limit, Price = 1.08m }) with { Orders = [.. Enumerable.Repeat(Scene.Pending, waiting)] }));

    [Fact]
    public void Check_MarketOrder_DoesNotWait() => Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context with { Orders = [.. Enumerable.Repeat(Scene.Pending, 9)] }));
}
