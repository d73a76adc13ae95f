using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class QuoteAgeRuleTests
{
    private static readonly QuoteAgeRule Rule = new(3000);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("quote_max_age", OrderClass.EntryOrRaise, "wait for a tick"), Declared.Row<QuoteAgeRule>());
        Assert.Equal("3000 [200..10000] *", Declared.Parameter<QuoteAgeRule>("ms"));
    }

    [Theory]
    [InlineData(2999, RuleOutcome.Pass)]
    [InlineData(3000, RuleOutcome.Pass)]
    [InlineData(3001, RuleOutcome.Reject)]
    public void Check_Age_StaysWithinTheLimit(int ms, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Aged(ms)));

    [Fact]
    public void Check_NoQuote_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = null }));

    [Fact]
    public void Check_SymbolWithOverride_HasItsOwnLimit()
    {
        Assert.Equal(RuleOutcome.Reject, PerSymbol.Bind(Rule, "EURUSD", new QuoteAgeRule(500)).Outcome(Aged(501)));
        Assert.Equal(RuleOutcome.Pass, PerSymbol.Bind(Rule, "XAUUSD", new QuoteAgeRule(500)).Outcome(Aged(501)));
    }

    private static RiskContext Aged(int ms) => Scene.Context with { Now = Scene.Now.AddMilliseconds(ms) };
}
