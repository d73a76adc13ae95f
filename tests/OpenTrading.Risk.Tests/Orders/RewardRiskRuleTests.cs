using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class RewardRiskRuleTests
{
    private static readonly RewardRiskRule Rule = new(0.7m, targetRequired: false);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("reward_risk_min", OrderClass.EntryOrRaise, "move TP or SL"), Declared.Row<RewardRiskRule>());
        Assert.Equal("0.7 [0.1..10]", Declared.Parameter<RewardRiskRule>("ratio"));
        Assert.Equal("False", Declared.Parameter<RewardRiskRule>("tp_required"));
    }

    // Entry 1.08500, stop 250 points away: 175 points are exactly 0.7.
    [Theory]
    [InlineData(176, RuleOutcome.Pass)]
    [InlineData(175, RuleOutcome.Pass)]
    [InlineData(174, RuleOutcome.Reject)]
    public void Check_TargetDistance_ReachesTheRatio(int points, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Scene.Context.WithOrder(o => o with { TakeProfit = 1.08500m + (points * 0.00001m) })));

    [Fact]
    public void Check_PendingOrder_IsMeasuredFromItsOwnPrice()
    {
        RiskContext context = Scene.Context.WithOrder(o => o with { Type = OrderType.Limit, Price = 1.08000m, StopLoss = 1.07900m });

        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(context.WithOrder(o => o with { TakeProfit = 1.08070m })));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(context.WithOrder(o => o with { TakeProfit = 1.08069m })));
    }

    [Fact]
    public void Check_NoTarget_AppliesOnlyWhereOneIsRequired()
    {
        RiskContext context = Scene.Context.WithOrder(o => o with { TakeProfit = null });

        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(context));
        Assert.Equal(RuleOutcome.Reject, new RewardRiskRule(0.7m, targetRequired: true).Outcome(context));
    }

    [Fact]
    public void Check_InputMissing_Rejects()
    {
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context.WithOrder(o => o with { StopLoss = null })));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context.WithOrder(o => o with { StopLoss = 1.08500m })));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Quote = null }));
    }
}
