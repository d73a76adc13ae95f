using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class MoneyConversionRuleTests
{
    private static readonly MoneyConversionRule Rule = new(60_000);

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("money_conversion", OrderClass.EntryOrRaise, "subscribe the pair"), Declared.Row<MoneyConversionRule>());

    [Theory]
    [InlineData("USD", RuleOutcome.Pass)]
    [InlineData("EUR", RuleOutcome.Pass)]
    [InlineData("CHF", RuleOutcome.Reject)]
    public void Check_Rate_IsKnown(string currency, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context with { Account = Scene.Account with { Currency = currency } }));

    [Fact]
    public void Check_NoRate_IsNamed() => Assert.Equal("a rate from USD to CHF", Rule.Check(Scene.Context with { Account = Scene.Account with { Currency = "CHF" } }).Limit);
}
