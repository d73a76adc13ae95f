using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class LimitRuleTests
{
    private static readonly LotTiersRule Tiers = new(["from = 10000, lots = 1", "from = 20000, lots = 2"]);

    // 0.50 are open, 0.10 wait.
    [Theory]
    [InlineData(10_000, 0.40, RuleOutcome.Pass)]
    [InlineData(10_000, 0.41, RuleOutcome.Reduce)]
    [InlineData(19_999.99, 0.41, RuleOutcome.Reduce)]
    [InlineData(20_000, 1.40, RuleOutcome.Pass)]
    [InlineData(20_000, 1.41, RuleOutcome.Reduce)]
    [InlineData(9_999.99, 0.01, RuleOutcome.Reject)]
    public void Tiers_LotsOfTheAccount_StayWithinTheBalancesTier(double balance, double lots, RuleOutcome expected) => Assert.Equal(
        expected,
        Tiers.Outcome(Scene.Context.WithOrder(o => o with { Volume = (decimal)lots }) with
        {
            Account = Scene.Account with { Balance = (decimal)balance },
            Positions = [Scene.Long],
            Orders = [Scene.Pending],
        }));

    [Fact]
    public void Tiers_None_SayNothing() => Assert.Equal(RuleOutcome.NotApplicable, new LotTiersRule([]).Outcome(Scene.Context));

    [Theory]
    [InlineData("from = 1")]
    [InlineData("lots = 1, to = 2")]
    [InlineData("from = a, lots = 2")]
    public void Tiers_NoTier_IsRefused(string tier) => Assert.Throws<FormatException>(() => new LotTiersRule([tier]));

    [Theory]
    [InlineData(60, RuleOutcome.Pass)]
    [InlineData(61, RuleOutcome.Reject)]
    public void MaximumHold_WhatIsPlanned_StaysWithinMinutes(int planned, RuleOutcome expected) =>
        Assert.Equal(expected, new MaximumHoldRule(60).Outcome(Scene.Context with { PlannedHold = TimeSpan.FromMinutes(planned) }));

    [Fact]
    public void MaximumHold_NothingPlannedOrOff_SaysNothing()
    {
        Assert.Equal(RuleOutcome.NotApplicable, new MaximumHoldRule(60).Outcome(Scene.Context));
        Assert.Equal(RuleOutcome.NotApplicable, new MaximumHoldRule(null).Outcome(Scene.Context with { PlannedHold = TimeSpan.FromDays(9) }));
        Assert.False(new MaximumHoldRule(null).EndsPositions);
    }

    [Theory]
    [InlineData(59.99, false)]
    [InlineData(60, true)]
    public void MaximumHold_WhatIsOpen_IsOverdueAtItsAge(double minutes, bool expected) =>
        Assert.Equal(expected, new MaximumHoldRule(60).Overdue(Scene.Long, Scene.EurUsd, Scene.Long.OpenedAt.AddMinutes(minutes)) is not null);

    // New York is five hours behind in January; the position may stay until Friday 16:45.
    [Theory]
    [InlineData("2026-01-09T21:44:59Z", false)]
    [InlineData("2026-01-09T21:45:00Z", true)]
    [InlineData("2026-01-11T22:59:59Z", true)]
    [InlineData("2026-01-11T23:00:00Z", false)]
    public void Weekend_WhatIsOpen_IsOverdueFromItsCloseOn(string now, bool expected)
    {
        var rule = new WeekendRule("America/New_York", "Fri 15:00", "Sun 18:00", "Fri 16:45");

        Assert.True(rule.EndsPositions);
        Assert.Equal(expected, rule.Overdue(Scene.Long, Scene.EurUsd, Time.Utc(now)) is not null);
        Assert.False(new WeekendRule("America/New_York", "Fri 15:00", "Sun 18:00", "none").EndsPositions);
    }
}
