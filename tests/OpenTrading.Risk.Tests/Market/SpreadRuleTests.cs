using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class SpreadRuleTests
{
    private static readonly SpreadRule Rule = new(3m, points: null);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("spread_max", OrderClass.EntryOrRaise, "wait"), Declared.Row<SpreadRule>());
        Assert.Equal("3 [0.1..50] *", Declared.Parameter<SpreadRule>("bps"));
        Assert.StartsWith("none", Declared.Parameter<SpreadRule>("points"), StringComparison.Ordinal);
        Assert.EndsWith("*", Declared.Parameter<SpreadRule>("points"), StringComparison.Ordinal);
    }

    // Mid 1.00000: 3 basis points are 30 points.
    [Theory]
    [InlineData(28, RuleOutcome.Pass)]
    [InlineData(30, RuleOutcome.Pass)]
    [InlineData(32, RuleOutcome.Reject)]
    public void Check_Spread_StaysWithinBasisPoints(int points, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Spread(points)));

    // 1 point of 1.15555 is 0.0865388... basis points.
    [Theory]
    [InlineData(1, "0.087")]
    [InlineData(40, "3.462")]
    public void Check_SpreadOfManyDecimals_IsShownToThreeAndUpwards(int points, string shown)
    {
        RuleResult result = Rule.Check(Scene.Context with { Quote = Scene.Quote with { Bid = 1.155550m - (points * 0.000005m), Ask = 1.155550m + (points * 0.000005m) } });

        Assert.Equal((shown, "3"), (result.Value, result.Limit));
    }

    [Fact]
    public void Check_SpreadJustOverTheLimit_ReadsAsOverIt()
    {
        // 3.0000001 basis points.
        RuleResult result = Rule.Check(Scene.Context with { Quote = Scene.Quote with { Bid = 1m - 0.000150000005m, Ask = 1m + 0.000150000005m } });

        Assert.Equal((RuleOutcome.Reject, "3.001"), (result.Outcome, result.Value));
    }

    [Theory]
    [InlineData(10, RuleOutcome.Pass)]
    [InlineData(12, RuleOutcome.Reject)]
    public void Check_Spread_StaysWithinPointsToo(int points, RuleOutcome expected) =>
        Assert.Equal(expected, new SpreadRule(3m, points: 10m).Outcome(Spread(points)));

    [Fact]
    public void Check_WidePoints_DoNotLiftTheBasisPoints() => Assert.Equal(RuleOutcome.Reject, new SpreadRule(3m, points: 1000m).Outcome(Spread(32)));

    [Fact]
    public void Check_InputMissing_Rejects()
    {
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = null }));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Instrument = null }));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = Scene.Quote with { Bid = 0, Ask = 0 } }));
    }

    [Fact]
    public void Check_SymbolWithOverride_HasItsOwnLimit()
    {
        Assert.Equal(RuleOutcome.Pass, PerSymbol.Bind(Rule, "EURUSD", new SpreadRule(5m, null)).Outcome(Spread(50)));
        Assert.Equal(RuleOutcome.Reject, PerSymbol.Bind(Rule, "XAUUSD", new SpreadRule(5m, null)).Outcome(Spread(50)));
    }

    // Even spreads around a mid price of exactly 1.
    private static RiskContext Spread(int points) =>
        Scene.Context with { Quote = Scene.Quote with { Bid = 1m - (points / 2 * 0.00001m), Ask = 1m + (points / 2 * 0.00001m) } };
}
