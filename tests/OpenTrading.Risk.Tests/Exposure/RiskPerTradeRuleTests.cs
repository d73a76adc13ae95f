using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class RiskPerTradeRuleTests
{
    // 1 % of 10,000 is 100; a lot loses 250 at the stop.
    private static readonly RiskPerTradeRule Rule = new(0.01m);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("risk_per_trade_max", OrderClass.EntryOrRaise, "lower volume"), Declared.Row<RiskPerTradeRule>());
        Assert.Equal("0.05 / 0.01 [0.0001..0.05]", Declared.Parameter<RiskPerTradeRule>("frac"));
    }

    [Theory]
    [InlineData(0.39, RuleOutcome.Pass)]
    [InlineData(0.40, RuleOutcome.Pass)]
    [InlineData(0.41, RuleOutcome.Reduce)]
    public void Check_Loss_StaysWithinTheFraction(double lots, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Lots((decimal)lots)));

    [Fact]
    public void Check_TooMuch_NamesTheLargestVolumeThatFits()
    {
        RuleResult result = Rule.Check(Lots(0.41m));

        Assert.Equal(0.40m, result.Volume);
        Assert.Equal(("102.5", "<=", "100", "USD"), (result.Value, result.Operator, result.Limit, result.Unit));
    }

    // 2 x 3.50 a lot: 100 / 257 = 0.389105...
    [Theory]
    [InlineData(0.38, RuleOutcome.Pass)]
    [InlineData(0.39, RuleOutcome.Reduce)]
    public void Check_Commission_IsPartOfTheLoss(double lots, RuleOutcome expected) => Assert.Equal(
        expected, Rule.Outcome(Lots((decimal)lots) with { Instrument = Scene.EurUsd with { CommissionPerLot = 3.5m } }));

    [Fact]
    public void Check_Base_IsTheSmallerOfBalanceAndOwnEquity()
    {
        RiskContext context = Lots(0.40m);

        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(context with { Account = Scene.Account with { Balance = 9_999m } }));
        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(context with { Account = Scene.Account with { Equity = 9_999m } }));
        Assert.Equal(RuleOutcome.Reduce, Rule.Outcome(context with { Account = Scene.Account with { Credit = 1m } }));
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(context with { Account = Scene.Account with { Balance = 20_000m } }));
    }

    [Fact]
    public void Check_ExhaustedAccount_RejectsRatherThanReduces() =>
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Lots(0.01m) with { Account = Scene.Account with { Equity = 0 } }));

    [Fact]
    public void Check_InputMissing_Rejects()
    {
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context.WithOrder(o => o with { StopLoss = null })));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = null }));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Instrument = null }));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Account = Scene.Account with { Currency = "CHF" } }));
    }

    private static RiskContext Lots(decimal lots) => Scene.Context.WithOrder(o => o with { Volume = lots });
}
