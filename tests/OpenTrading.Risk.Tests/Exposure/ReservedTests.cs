using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

/// <summary>An entry on its way counts like one that is filled: two orders of one moment may not each take the whole of what is allowed.</summary>
public sealed class ReservedTests
{
    public static TheoryData<IRiskRule, decimal> LargestBesideHalfALot() => new()
    {
        // It loses 125 of 1,000 at its stop, a lot of the order 250.
        { new TotalOpenRiskRule(0.10m), 3.50m },
        { new CorrelatedRiskRule(0.10m, 0.7m, 60), 3.50m },

        // It is worth 54,250 of 200,000, a lot of the order 108,500.
        { new GrossLeverageRule(20m), 1.34m },
        { new CurrencyExposureRule(20m), 1.34m },
        { new LotsPerSymbolRule(2m), 1.50m },
        { new LotTiersRule(["from = 1000, lots = 2"]), 1.50m },

        // It takes 542.50 of margin at 1:100, a lot of the order 1,085.
        { new FreeMarginRule(0.20m), 6.87m },
        { new MarginLevelRule(200m), 4.10m },
    };

    [Theory]
    [MemberData(nameof(LargestBesideHalfALot))]
    public void Check_EntryOnItsWay_LeavesTheRest(IRiskRule rule, decimal largest)
    {
        RuleResult result = rule.Check(Beside(OrderSide.Buy));

        Assert.Equal((RuleOutcome.Reduce, largest), (result.Outcome, Math.Floor(result.Volume * 100) / 100));
    }

    [Fact]
    public void Check_EntryOnItsWayTheOtherWay_IsOpposed()
    {
        var rule = new HedgingPolicyRule(HedgingMode.Forbid);

        Assert.Equal(RuleOutcome.Pass, rule.Outcome(Beside(OrderSide.Buy)));
        Assert.Equal(RuleOutcome.Reject, rule.Outcome(Beside(OrderSide.Sell)));
    }

    [Fact]
    public void Check_EntryOnItsWayWithoutAStop_HasNoBound() => Assert.Equal(
        RuleOutcome.Reject,
        new TotalOpenRiskRule(0.10m).Outcome(Beside(OrderSide.Buy) with { Reserved = [Scene.Pending with { Type = OrderType.Market }] }));

    private static RiskContext Beside(OrderSide side) => Scene.Context.WithOrder(o => o with { Side = side, Volume = 9m }) with
    {
        Account = Scene.Account with { Leverage = 100 },
        Reserved = [new WorkingOrder(0, "EURUSD", OrderSide.Buy, OrderType.Market, 0.50m, 1.08500m, StopLoss: 1.08250m)],
        Markets = new Dictionary<string, PricedMarket> { ["EURUSD"] = new(Scene.EurUsd, Scene.Quote) },
    };
}
