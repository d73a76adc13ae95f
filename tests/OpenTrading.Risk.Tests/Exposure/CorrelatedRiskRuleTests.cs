using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class CorrelatedRiskRuleTests
{
    private static readonly CorrelatedRiskRule Rule = new(0.10m, 0.7m, 3);
    private static readonly Instrument GbpUsd = Scene.EurUsd with { Symbol = "GBPUSD", BaseCurrency = "GBP" };

    // 1.00 long GBPUSD loses 500 at its stop; a lot of the order loses 250. 1,000 may be lost together.
    [Theory]
    [InlineData(2.00, RuleOutcome.Pass)]
    [InlineData(2.01, RuleOutcome.Reduce)]
    public void Check_WhatMovesTogether_StaysWithinTheFraction(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Held(lots, Together)));

    [Fact]
    public void Check_TooMuch_NamesWhatIsLeft() => Assert.Equal(2m, Rule.Check(Held(4, Together)).Volume);

    [Fact]
    public void Check_WhatMovesAgainst_DoesNotCount()
    {
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Held(4, Against)));
        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(Held(4.01, Against)));
    }

    [Fact]
    public void Check_AnOppositePositionThatMovesAgainst_GoesWithTheEntry() =>
        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(Held(2.01, Against) is var held ? held with { Positions = [held.Positions[0] with { Side = OrderSide.Sell, StopLoss = 1.2750m + 0.0001m }] } : null!));

    [Fact]
    public void Check_UnknownPast_CountsAsMovingTogether()
    {
        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(Held(2.01, []) with { DailyCloses = new Dictionary<string, IReadOnlyList<DailyClose>>() }));
        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(Held(2.01, [.. Together.Take(3)])));
    }

    [Fact]
    public void Check_SameSymbol_CountsWhateverItsSide() => Assert.Equal(
        RuleOutcome.Reduce,
        Rule.Outcome(Held(4, Against) with { Positions = [Scene.Long with { Side = OrderSide.Sell, Volume = 1m, StopLoss = 1.0900m }] }));

    [Fact]
    public void Check_PositionWithoutAStop_Rejects() =>
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Held(0.01, Together) is var held ? held with { Positions = [held.Positions[0] with { StopLoss = null }] } : null!));

    private static double[] Own { get; } = [1.00, 1.01, 1.00, 1.02];

    private static double[] Together { get; } = [1.20, 1.22, 1.20, 1.25];

    private static double[] Against { get; } = [1.20, 1.18, 1.20, 1.15];

    private static RiskContext Held(double lots, double[] other) => Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with
    {
        Positions = [Scene.Long with { Symbol = "GBPUSD", Volume = 1m, StopLoss = 1.2650m }],
        Markets = new Dictionary<string, PricedMarket>
        {
            ["EURUSD"] = new(Scene.EurUsd, Scene.Quote),
            ["GBPUSD"] = new(GbpUsd, new Quote("GBPUSD", 1.2700m, 1.2701m, Scene.Now, "test")),
        },
        DailyCloses = new Dictionary<string, IReadOnlyList<DailyClose>> { ["EURUSD"] = Closes(Own), ["GBPUSD"] = Closes(other) },
    };

    private static DailyClose[] Closes(double[] prices) => [.. prices.Select((p, i) => new DailyClose(new DateOnly(2026, 1, 1).AddDays(i), p))];
}
