using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Tests.Losses;

public sealed class ProfitRuleTests
{
    private static readonly ConsistencyRule Consistency = new(0.50m, 10_000m);

    // Other days made 6,000: today below 6,000. Other days made nothing: today below 5,000.
    [Theory]
    [InlineData(6_000, 5_999.99, RuleOutcome.Pass)]
    [InlineData(6_000, 6_000.00, RuleOutcome.Reject)]
    [InlineData(0, 4_999.99, RuleOutcome.Pass)]
    [InlineData(0, 5_000.00, RuleOutcome.Reject)]
    public void Consistency_Today_StaysBelowItsShare(double others, double today, RuleOutcome expected) =>
        Assert.Equal(expected, Consistency.Outcome(Scene.Context.WithHistory(h => h with { OtherDaysProfit = (decimal)others, DayProfit = (decimal)today })));

    [Fact]
    public void Consistency_FloatingProfitAndSwap_AreTodays()
    {
        RiskContext context = Scene.Context.WithHistory(h => h with { DayProfit = 4_000m }) with { Positions = [Scene.Long with { Profit = 1_010m, Swap = -10.01m }] };

        Assert.Equal(RuleOutcome.Pass, Consistency.Outcome(context));
        Assert.Equal(RuleOutcome.Reject, Consistency.Outcome(context with { Positions = [Scene.Long with { Profit = 1_010m, Swap = -10m }] }));
    }

    [Fact]
    public void Consistency_Off_SaysNothing() => Assert.Equal(RuleOutcome.NotApplicable, new ConsistencyRule(null, null).Outcome(Scene.Context));

    // Reference 10,000, at most 2 % a day.
    [Theory]
    [InlineData(10_199.99, RuleOutcome.Pass)]
    [InlineData(10_200.00, RuleOutcome.Reject)]
    public void DailyProfitCap_Gain_StaysBelowTheFraction(double equity, RuleOutcome expected) => Assert.Equal(
        expected,
        new DailyProfitCapRule(0.02m).Outcome(Scene.Context.WithState(s => s with { Day = new DayReference(new DateOnly(2026, 1, 5), 10_000m, 10_000m, 10_000m) })
            with { Account = Scene.Account with { Equity = (decimal)equity } }));

    [Fact]
    public void DailyProfitCap_UnknownReferenceOrOff_RejectsOrSaysNothing()
    {
        Assert.Equal(RuleOutcome.Reject, new DailyProfitCapRule(0.02m).Outcome(Scene.Context));
        Assert.Equal(RuleOutcome.NotApplicable, new DailyProfitCapRule(null).Outcome(Scene.Context));
    }

    [Theory]
    [InlineData(3, "of")]
    [InlineData(4, ">=")]
    public void TradingDays_TooFew_TellsSoAndPasses(int days, string op)
    {
        RuleResult result = new TradingDaysRule(4).Check(Scene.Context.WithHistory(h => h with { EntryDays = days }));

        Assert.Equal((RuleOutcome.Pass, op), (result.Outcome, result.Operator));
        Assert.Equal(RuleOutcome.NotApplicable, new TradingDaysRule(null).Outcome(Scene.Context));
    }

    [Theory]
    [InlineData(24, "<")]
    [InlineData(25, "warns before")]
    [InlineData(40, "warns before")]
    public void Inactivity_NearlyTooLong_WarnsAndPasses(int idle, string op)
    {
        RuleResult result = new InactivityRule(30).Check(Scene.Context.WithHistory(h => h with { LastEntry = Scene.Now.AddDays(-idle) }));

        Assert.Equal((RuleOutcome.Pass, op), (result.Outcome, result.Operator));
        Assert.Equal(RuleOutcome.NotApplicable, new InactivityRule(null).Outcome(Scene.Context));
    }
}
