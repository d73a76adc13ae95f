using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class SymbolAllowlistRuleTests
{
    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("symbol_allowlist", OrderClass.EntryOrRaise, "add it to the list"), Declared.Row<SymbolAllowlistRule>());
        Assert.Equal("[]", Declared.Parameter<SymbolAllowlistRule>("symbols"));
    }

    [Theory]
    [InlineData("EURUSD", RuleOutcome.Pass)]
    [InlineData("eurusd", RuleOutcome.Reject)]
    [InlineData("EURUSD.r", RuleOutcome.Reject)]
    [InlineData("EUR", RuleOutcome.Reject)]
    public void Check_Symbol_MustBeListedExactly(string listed, RuleOutcome expected) =>
        Assert.Equal(expected, new SymbolAllowlistRule([listed, "XAUUSD"]).Outcome(Scene.Context));

    [Fact]
    public void Check_EmptyList_AllowsNone() => Assert.Equal(RuleOutcome.Reject, new SymbolAllowlistRule([]).Outcome(Scene.Context));
}
