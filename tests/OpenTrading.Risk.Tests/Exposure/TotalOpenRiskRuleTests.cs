using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class TotalOpenRiskRuleTests
{
    private static readonly TotalOpenRiskRule Rule = new(0.10m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("total_open_risk_max", OrderClass.EntryOrRaise, "close or tighten"), Declared.Row<TotalOpenRiskRule>());
        Assert.Equal("0.1 / 0.03 [0.001..0.2]", Declared.Parameter<TotalOpenRiskRule>("frac"));
    }

    // 0.50 long from bid 1.08490 to its stop 1.07800 lose 345; a lot of the order loses 250. 1,000 may be lost.
    [Theory]
    [InlineData(2.62, RuleOutcome.Pass)]
    [InlineData(2.63, RuleOutcome.Reduce)]
    public void Check_AllStops_StayWithinTheFraction(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Held(lots)));

    [Fact]
    public void Check_TooMuch_NamesWhatIsLeft() => Assert.Equal(2.62m, Rule.Check(Held(3)).Volume);

    [Fact]
    public void Check_StopInProfit_RisksNothing() => Assert.Equal(4m, Rule.Check(Held(5) with { Positions = [Scene.Long with { Side = OrderSide.Sell, StopLoss = 1.08m }] }).Volume);

    [Fact]
    public void Check_SomethingWithoutAStop_Rejects()
    {
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01) with { Positions = [Scene.Long with { StopLoss = null }] }));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01) with { Orders = [Scene.Pending] }));
    }

    [Fact]
    public void Check_WhatIsChangedItself_CountsOnce() => Assert.Equal(
        RuleOutcome.Pass, Rule.Outcome(Held(4).WithOrder(o => o with { Target = 7 })));

    private static RiskContext Held(double lots) => Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with
    {
        Positions = [Scene.Long],
        Markets = new Dictionary<string, PricedMarket> { ["EURUSD"] = new(Scene.EurUsd, Scene.Quote) },
    };
}
