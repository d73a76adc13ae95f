using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class SelfTradeRuleTests
{
    private static readonly SelfTradeRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("self_trade_policy", OrderClass.EntryOrRaise, "cancel own order"), Declared.Row<SelfTradeRule>());

    // The market buys at 1.08500.
    [Theory]
    [InlineData(1.08500, OrderSide.Sell, RuleOutcome.Reject)]
    [InlineData(1.08501, OrderSide.Sell, RuleOutcome.Pass)]
    [InlineData(1.08500, OrderSide.Buy, RuleOutcome.Pass)]
    public void Check_OwnOrderOnTheOtherSide_IsNotCrossed(double price, OrderSide side, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context with { Orders = [Scene.Pending with { Side = side, Price = (decimal)price }] }));

    [Fact]
    public void Check_ChangedPrice_MeetsOthersAndNotItself()
    {
        RiskContext change = Scene.Context.WithOrder(o => o with { Kind = OrderKind.Modify, Target = 8, Price = 1.08000m }) with { Class = OrderClass.Raise };

        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(change with { Orders = [Scene.Pending with { Ticket = 9, Side = OrderSide.Sell, Price = 1.08000m }] }));
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(change with { Orders = [Scene.Pending with { Side = OrderSide.Sell, Price = 1.08000m }] }));
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(change.WithOrder(o => o with { Price = null })));
    }

    [Fact]
    public void Check_NoQuote_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = null }));
}
