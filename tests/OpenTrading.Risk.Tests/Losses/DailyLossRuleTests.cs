using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Losses;

public sealed class DailyLossRuleTests
{
    private static readonly DailyLossRule OfReference = new(0.03m, LossBase.Reference);
    private static readonly DailyLossRule OfInitial = new(0.03m, LossBase.Initial);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("daily_loss_max", OrderClass.EntryOrRaise, "stop until reset"), Declared.Row<DailyLossRule>());
        Assert.Equal("0.1 / 0.03 [0.001..0.1]", Declared.Parameter<DailyLossRule>("frac"));
        Assert.Equal("Reference", Declared.Parameter<DailyLossRule>("of"));
    }

    // Reference 10,000: the floor is 9,700.
    [Theory]
    [InlineData(9700.01, RuleOutcome.Pass)]
    [InlineData(9700.00, RuleOutcome.Reject)]
    [InlineData(9699.99, RuleOutcome.Reject)]
    public void Check_Equity_StaysAboveTheFloor(double equity, RuleOutcome expected) =>
        Assert.Equal(expected, OfReference.Outcome(Day(10_000m, 20_000m, (decimal)equity)));

    // Reference 10,000, initial capital 20,000: the floor is 9,400.
    [Theory]
    [InlineData(9400.01, RuleOutcome.Pass)]
    [InlineData(9400.00, RuleOutcome.Reject)]
    public void Check_OfInitial_MeasuresTheFractionFromTheFirstCapital(double equity, RuleOutcome expected) =>
        Assert.Equal(expected, OfInitial.Outcome(Day(10_000m, 20_000m, (decimal)equity)));

    [Fact]
    public void Check_Credit_IsNoEquity()
    {
        RiskContext context = Day(10_000m, 10_000m, 9_800m);

        Assert.Equal(RuleOutcome.Pass, OfReference.Outcome(context));
        Assert.Equal(RuleOutcome.Reject, OfReference.Outcome(context with { Account = context.Account with { Credit = 100m } }));
    }

    [Fact]
    public void Check_UnknownReference_Rejects() =>
        Assert.Equal(RuleOutcome.Reject, OfReference.Outcome(Scene.Context.WithState(s => s with { Day = null })));

    private static RiskContext Day(decimal reference, decimal initial, decimal equity) =>
        Scene.Context.WithState(s => s with { Day = new DayReference(new DateOnly(2026, 1, 5), reference, reference, reference), InitialCapital = initial })
            with { Account = Scene.Account with { Equity = equity } };
}
