using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class SideRestrictionRuleTests
{
    private static readonly SideRestrictionRule Rule = new(TradableSide.Buy);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("side_restriction", OrderClass.EntryOrRaise, "change proposal"), Declared.Row<SideRestrictionRule>());
        Assert.Equal("Both *", Declared.Parameter<SideRestrictionRule>("side"));
    }

    [Theory]
    [InlineData(TradableSide.Both, RuleOutcome.Pass, RuleOutcome.Pass)]
    [InlineData(TradableSide.Buy, RuleOutcome.Pass, RuleOutcome.Reject)]
    [InlineData(TradableSide.Sell, RuleOutcome.Reject, RuleOutcome.Pass)]
    [InlineData(TradableSide.None, RuleOutcome.Reject, RuleOutcome.Reject)]
    public void Check_Side_MustBeAllowed(TradableSide side, RuleOutcome buy, RuleOutcome sell)
    {
        var rule = new SideRestrictionRule(side);

        Assert.Equal((buy, sell), (rule.Outcome(Scene.Context), rule.Outcome(Scene.Context.WithOrder(o => o with { Side = OrderSide.Sell }))));
    }

    [Fact]
    public void Check_Refused_SaysWhatIsAllowed() => Assert.Equal(("sell", "in", "buy"), (
        Rule.Check(Scene.Context.WithOrder(o => o with { Side = OrderSide.Sell })).Value, Rule.Check(Scene.Context).Operator, Rule.Check(Scene.Context).Limit));
}
