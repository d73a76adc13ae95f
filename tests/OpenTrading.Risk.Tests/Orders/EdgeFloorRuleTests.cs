using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class EdgeFloorRuleTests
{
    private static readonly EdgeFloorRule Rule = new(1m, 0.02m, false);

    // The spread costs 10 points, the commission of 3.5 a side 7 more; the stop is 250 points away, of which 0.02 are 5.
    [Theory]
    [InlineData(22, RuleOutcome.Pass)]
    [InlineData(21.99, RuleOutcome.Reject)]
    [InlineData(17, RuleOutcome.Reject)]
    public void Check_ExpectedMove_CoversCostsAndFloor(double gross, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Expecting(new EdgeEstimate((decimal)gross, null))));

    // 500 points to the target, 250 to the stop: p = 0.364 gives 23 points, p = 0.36 gives 20.
    [Theory]
    [InlineData(0.364, RuleOutcome.Pass)]
    [InlineData(0.36, RuleOutcome.Reject)]
    public void Check_CalibratedProbability_WeighsTargetAgainstStop(double p, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Expecting(new EdgeEstimate(null, (decimal)p))));

    [Fact]
    public void Check_PlannedNights_CostSwap()
    {
        RiskContext context = Expecting(new EdgeEstimate(22m, null));
        RiskContext held = context with { Instrument = context.Instrument! with { SwapMode = SwapMode.Points, SwapLong = -3m }, PlannedHold = TimeSpan.FromHours(20) };

        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(held));
        Assert.Equal("0.008", Rule.Check(held).Value);
    }

    [Fact]
    public void Check_UnknownEdge_SaysNothingUnlessRequired()
    {
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context));
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context with { Edge = new EdgeEstimate(null, null) }));
        Assert.Equal(RuleOutcome.Reject, new EdgeFloorRule(1m, 0.02m, true).Outcome(Scene.Context));
    }

    [Fact]
    public void Check_OperatorsOwnOrder_NeedsNone() =>
        Assert.Equal(RuleOutcome.NotApplicable, new EdgeFloorRule(1m, 0.02m, true).Outcome(Scene.Context.WithOrder(o => o with { Proposer = "operator:o" })));

    private static RiskContext Expecting(EdgeEstimate edge) => Scene.Context with { Instrument = Scene.EurUsd with { CommissionPerLot = 3.5m }, Edge = edge };
}
