using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class MaxPositionsPerSymbolRuleTests
{
    private static readonly MaxPositionsPerSymbolRule Rule = new(2);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("max_positions_per_symbol", OrderClass.Entry, "close one"), Declared.Row<MaxPositionsPerSymbolRule>());
        Assert.Equal("2 / 1 [1..50] *", Declared.Parameter<MaxPositionsPerSymbolRule>("n"));
    }

    [Theory]
    [InlineData(0, 0, 0, RuleOutcome.Pass)]
    [InlineData(1, 0, 0, RuleOutcome.Pass)]
    [InlineData(2, 0, 0, RuleOutcome.Reject)]
    [InlineData(0, 1, 0, RuleOutcome.Pass)]
    [InlineData(1, 1, 0, RuleOutcome.Reject)]
    [InlineData(0, 0, 1, RuleOutcome.Pass)]
    [InlineData(1, 0, 1, RuleOutcome.Reject)]
    public void Check_PositionsPendingsAndEntriesOnTheirWay_CountTogether(int open, int pending, int inFlight, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(With(open, pending, inFlight, "EURUSD")));

    [Fact]
    public void Check_OtherSymbols_DoNotCount() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(With(3, 3, 3, "XAUUSD")));

    [Fact]
    public void Check_SymbolWithOverride_HasItsOwnLimit()
    {
        Assert.Equal(RuleOutcome.Pass, PerSymbol.Bind(Rule, "EURUSD", new MaxPositionsPerSymbolRule(3)).Outcome(With(2, 0, 0, "EURUSD")));
        Assert.Equal(RuleOutcome.Reject, PerSymbol.Bind(Rule, "XAUUSD", new MaxPositionsPerSymbolRule(3)).Outcome(With(2, 0, 0, "EURUSD")));
    }

    private static RiskContext With(int open, int pending, int inFlight, string symbol) =>
        Scene.Context.WithState(s => s with { InFlightEntries = new Dictionary<string, int> { [symbol] = inFlight } }) with
        {
            Positions = [.. Enumerable.Repeat(Scene.Long with { Symbol = symbol }, open)],
            Orders = [.. Enumerable.Repeat(Scene.Pending with { Symbol = symbol }, pending)],
        };
}
