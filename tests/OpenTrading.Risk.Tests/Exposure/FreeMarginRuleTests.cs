using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class FreeMarginRuleTests
{
    private static readonly FreeMarginRule Rule = new(0.2m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("free_margin_min", OrderClass.Entry, "lower volume"), Declared.Row<FreeMarginRule>());
        Assert.Equal("0.2 / 0.5 [0.05..0.95]", Declared.Parameter<FreeMarginRule>("frac"));
    }

    // A lot takes 1,085 of margin at 1:100; 8,000 may be taken.
    [Theory]
    [InlineData(7.37, RuleOutcome.Pass)]
    [InlineData(7.38, RuleOutcome.Reduce)]
    public void Check_FreeMargin_StaysAboveTheFraction(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Lots(lots)));

    [Fact]
    public void Check_NothingFree_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Lots(0.01) with { Account = Leveraged with { Margin = 8_000m } }));

    [Fact]
    public void Check_NoLeverage_NeedsNoMargin() => Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context));

    private static AccountSnapshot Leveraged => Scene.Account with { Leverage = 100 };

    private static RiskContext Lots(double lots) => Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with { Account = Leveraged };
}
