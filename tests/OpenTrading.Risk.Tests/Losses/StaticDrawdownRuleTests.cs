using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Losses;

public sealed class StaticDrawdownRuleTests
{
    private static readonly StaticDrawdownRule Rule = new(0.10m, null);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("total_dd_static", OrderClass.EntryOrRaise, "stop"), Declared.Row<StaticDrawdownRule>());
        Assert.Equal("0.3 / 0.1 [0.001..0.5]", Declared.Parameter<StaticDrawdownRule>("frac"));
    }

    // The row FTMO 2-step: 100,000 and 10 % put the floor at 90,000.
    [Theory]
    [InlineData(90_000.01, RuleOutcome.Pass)]
    [InlineData(90_000.00, RuleOutcome.Reject)]
    public void Check_Equity_StaysAboveTheFloor(double equity, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Of((decimal)equity)));

    [Fact]
    public void Check_Credit_IsNoEquity() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Of(95_000m) with { Account = Scene.Account with { Equity = 95_000m, Credit = 5_000m } }));

    [Theory]
    [InlineData(-5_000, 40_500.01, RuleOutcome.Pass)]
    [InlineData(-5_000, 40_500, RuleOutcome.Reject)]
    [InlineData(5_000, 49_500, RuleOutcome.Reject)]
    public void Check_ConfiguredCapital_MovesWithWhatWasPaidIn(double paidIn, double equity, RuleOutcome outcome)
    {
        RiskContext context = Of((decimal)equity);
        Assert.Equal(outcome, new StaticDrawdownRule(0.10m, 50_000m).Outcome(context with { State = context.State with { PaidIn = (decimal)paidIn } }));
    }

    [Fact]
    public void Check_ConfiguredCapital_GoesFirst() => Assert.Equal(RuleOutcome.Pass, new StaticDrawdownRule(0.10m, 50_000m).Outcome(Of(45_000.01m)));

    [Fact]
    public void Check_CapitalNotKnown_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context));

    private static RiskContext Of(decimal equity) =>
        Scene.Context.WithState(s => s with { InitialCapital = 100_000m }) with { Account = Scene.Account with { Balance = 100_000m, Equity = equity } };
}
