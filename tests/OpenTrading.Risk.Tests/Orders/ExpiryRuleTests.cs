using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class ExpiryRuleTests
{
    private static readonly ExpiryRule Rule = new(7);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("expiry_valid", OrderClass.EntryOrRaise, "correct it"), Declared.Row<ExpiryRule>());
        Assert.Equal("7 [1..30]", Declared.Parameter<ExpiryRule>("max_days"));
    }

    [Theory]
    [InlineData(59.999, RuleOutcome.Reject)]
    [InlineData(60, RuleOutcome.Pass)]
    [InlineData(7 * 86400, RuleOutcome.Pass)]
    [InlineData((7 * 86400) + 1, RuleOutcome.Reject)]
    [InlineData(-1, RuleOutcome.Reject)]
    public void Check_Expiry_LiesWithinBounds(double seconds, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Pending(Scene.Now.AddSeconds(seconds))));

    [Fact]
    public void Check_NoExpiryOrMarketOrder_IsNotItsConcern()
    {
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Pending(null)));
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context));
    }

    private static RiskContext Pending(DateTime? expiry) => Scene.Context.WithOrder(o => o with { Type = OrderType.Limit, Price = 1.08m, Expiry = expiry });
}
