using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class MarginLevelRuleTests
{
    private static readonly MarginLevelRule Rule = new(200m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("margin_level_min_after", OrderClass.Entry, "lower volume"), Declared.Row<MarginLevelRule>());
        Assert.Equal("200 / 500 [110..100000]", Declared.Parameter<MarginLevelRule>("pct"));
    }

    // A lot takes 1,085 of margin at 1:100; 10,000 of equity bear 5,000.
    [Theory]
    [InlineData(4.60, RuleOutcome.Pass)]
    [InlineData(4.61, RuleOutcome.Reduce)]
    public void Check_Level_StaysAboveThePercentage(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Lots(lots)));

    [Fact]
    public void Check_MarginInUse_Counts() => Assert.Equal(4.0m, Rule.Check(Lots(5) with { Account = Leveraged with { Margin = 660m } }).Volume);

    [Fact]
    public void Check_NoLeverage_NeedsNoMargin() => Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context));

    private static AccountSnapshot Leveraged => Scene.Account with { Leverage = 100 };

    private static RiskContext Lots(double lots) => Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with { Account = Leveraged };
}
