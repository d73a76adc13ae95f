using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class PriceCollarRuleTests
{
    private static readonly PriceCollarRule Rule = new(0.5m, 5m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("price_collar", OrderClass.EntryOrRaise, "check price"), Declared.Row<PriceCollarRule>());
        Assert.Equal("5 [0.1..20] *", Declared.Parameter<PriceCollarRule>("pending_pct"));
    }

    // Mid 1.08495: 5 % below is 1.0307025.
    [Theory]
    [InlineData(1.03071, RuleOutcome.Pass)]
    [InlineData(1.03070, RuleOutcome.Reject)]
    [InlineData(1.13919, RuleOutcome.Pass)]
    [InlineData(1.13920, RuleOutcome.Reject)]
    public void Check_PendingPrice_IsNearTheMarket(double price, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Pending((decimal)price)));

    [Fact]
    public void Check_MarketOrder_HasNoPriceToJudge() => Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context));

    [Fact]
    public void Check_NoQuote_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Pending(1.08m) with { Quote = null }));

    private static RiskContext Pending(decimal price) => Scene.Context.WithOrder(o => o with { Type = OrderType.Limit, Price = price });
}
