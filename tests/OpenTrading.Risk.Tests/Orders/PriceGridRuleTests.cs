using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class PriceGridRuleTests
{
    private static readonly PriceGridRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("price_tick_digits", OrderClass.EntryOrRaise | OrderClass.Tighten, "use a multiple of tick size"), Declared.Row<PriceGridRule>());

    [Theory]
    [InlineData(1.08250, 1.09000, RuleOutcome.Pass)]
    [InlineData(1.082501, 1.09000, RuleOutcome.Reject)]
    [InlineData(1.08250, 1.090005, RuleOutcome.Reject)]
    [InlineData(0, 1.09000, RuleOutcome.Reject)]
    [InlineData(1.08250, -1.09000, RuleOutcome.Reject)]
    public void Check_Levels_AreMultiplesAboveZero(double stop, double target, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { StopLoss = (decimal)stop, TakeProfit = (decimal)target })));

    [Fact]
    public void Check_TickLargerThanPoint_Counts()
    {
        RiskContext halves = Scene.Context.WithOrder(o => o with { Price = 18190.5m, StopLoss = 18150m, TakeProfit = null }) with { Instrument = Scene.EurUsd with { Digits = 1, TickSize = 0.5m } };

        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(halves));
        Assert.Equal("price 18190.4", Rule.Check(halves.WithOrder(o => o with { Price = 18190.4m })).Value);
    }

    [Fact]
    public void Check_NoInstrument_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Instrument = null }));
}
