using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class OrderTypeAllowlistRuleTests
{
    private static readonly OrderTypeAllowlistRule Rule = new(["market", "limit", "stop"]);

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("order_type_allowlist", OrderClass.EntryOrRaise, "use a listed type"), Declared.Row<OrderTypeAllowlistRule>());

    [Theory]
    [InlineData(OrderType.Market, RuleOutcome.Pass)]
    [InlineData(OrderType.Stop, RuleOutcome.Pass)]
    [InlineData(OrderType.StopLimit, RuleOutcome.Reject)]
    public void Check_Type_MustBeListed(OrderType type, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { Type = type })));

    [Fact]
    public void Check_EmptyList_AllowsNone() => Assert.Equal("an empty list", new OrderTypeAllowlistRule([]).Check(Scene.Context).Limit);
}
