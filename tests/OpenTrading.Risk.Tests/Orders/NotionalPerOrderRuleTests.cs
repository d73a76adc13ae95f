using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class NotionalPerOrderRuleTests
{
    private static readonly NotionalPerOrderRule Rule = new(20m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("max_notional_per_order", OrderClass.Entry, "lower volume"), Declared.Row<NotionalPerOrderRule>());
        Assert.Equal("20 / 10 [0.1..50]", Declared.Parameter<NotionalPerOrderRule>("mult"));
    }

    // A lot is worth 108,500 dollars at the ask; 20 x 10,000 is 1.843... lots.
    [Theory]
    [InlineData(1.84, RuleOutcome.Pass)]
    [InlineData(1.85, RuleOutcome.Reduce)]
    public void Check_Value_IsWithinTheMultiple(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Lots((decimal)lots)));

    [Fact]
    public void Check_TooMuch_NamesTheVolumeThatFits() => Assert.Equal(1.84332m, Math.Round(Rule.Check(Lots(2m)).Volume, 5));

    [Fact]
    public void Check_NoRate_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Lots(0.01m) with { Account = Scene.Account with { Currency = "CHF" } }));

    private static RiskContext Lots(decimal lots) => Scene.Context.WithOrder(o => o with { Volume = lots });
}
