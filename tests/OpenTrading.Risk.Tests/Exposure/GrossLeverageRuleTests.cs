using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class GrossLeverageRuleTests
{
    private static readonly GrossLeverageRule Rule = new(20m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("gross_leverage_max", OrderClass.Entry, "lower volume"), Declared.Row<GrossLeverageRule>());
        Assert.Equal("20 / 10 [0.1..50]", Declared.Parameter<GrossLeverageRule>("mult"));
    }

    // 0.50 open are worth 54,250 dollars, a lot of the order 108,500; 200,000 may be held.
    [Theory]
    [InlineData(1.34, RuleOutcome.Pass)]
    [InlineData(1.35, RuleOutcome.Reduce)]
    public void Check_EverythingHeld_StaysWithinTheMultiple(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Held(lots)));

    [Fact]
    public void Check_OppositeSide_CountsToo() =>
        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(Held(1.35) with { Positions = [Scene.Long with { Side = OrderSide.Sell }] }));

    [Fact]
    public void Check_UnpricedPosition_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01) with { Markets = new Dictionary<string, PricedMarket>() }));

    private static RiskContext Held(double lots) => Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with
    {
        Positions = [Scene.Long],
        Markets = new Dictionary<string, PricedMarket> { ["EURUSD"] = new(Scene.EurUsd, Scene.Quote) },
    };
}
