using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class CurrencyExposureRuleTests
{
    private static readonly CurrencyExposureRule Rule = new(20m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("net_currency_exposure_max", OrderClass.Entry, "lower volume"), Declared.Row<CurrencyExposureRule>());
        Assert.Equal("20 / 10 [0.1..50]", Declared.Parameter<CurrencyExposureRule>("mult"));
    }

    // 200,000 dollars of euros at 1.08500 are 1.8433 lots; 0.50 are held.
    [Theory]
    [InlineData(1.34, RuleOutcome.Pass)]
    [InlineData(1.35, RuleOutcome.Reduce)]
    public void Check_NetOfACurrency_StaysWithinTheMultiple(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Held(lots)));

    [Fact]
    public void Check_OppositePosition_MakesRoom() =>
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Held(2.34) with { Positions = [Scene.Long with { Side = OrderSide.Sell }] }));

    [Fact]
    public void Check_OtherPairOfTheCurrency_Counts()
    {
        Instrument eurGbp = Scene.EurUsd with { Symbol = "EURGBP", ProfitCurrency = "GBP" };
        RiskContext held = Held(1.35) with
        {
            Positions = [Scene.Long with { Symbol = "EURGBP" }],
            Markets = new Dictionary<string, PricedMarket> { ["EURGBP"] = new(eurGbp, new Quote("EURGBP", 0.85590m, 0.85600m, Scene.Now, "test")) },
        };

        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(held));
    }

    [Fact]
    public void Check_NoRate_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01) with { Account = Scene.Account with { Currency = "CHF" } }));

    [Fact]
    public void Check_BaseWithoutARateOfItsOwn_IsWorthThePairsPrice() => Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(Held(1.35) with { Rates = Scene.Rates() }));

    private static RiskContext Held(double lots) => Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with
    {
        Positions = [Scene.Long],
        Markets = new Dictionary<string, PricedMarket> { ["EURUSD"] = new(Scene.EurUsd, Scene.Quote) },
    };
}
