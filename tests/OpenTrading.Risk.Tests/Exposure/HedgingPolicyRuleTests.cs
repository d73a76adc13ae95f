using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class HedgingPolicyRuleTests
{
    private static readonly HedgingPolicyRule Rule = new(HedgingMode.Forbid);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("hedging_policy", OrderClass.Entry, "close first"), Declared.Row<HedgingPolicyRule>());
        Assert.Equal("Forbid", Declared.Parameter<HedgingPolicyRule>("mode"));
    }

    [Fact]
    public void Check_AgainstAPositionOrOrder_IsRefusedUnlessAllowed()
    {
        RiskContext sell = Scene.Context.WithOrder(o => o with { Side = OrderSide.Sell });

        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(sell));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(sell with { Positions = [Scene.Long] }));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(sell with { Orders = [Scene.Pending] }));
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Scene.Context with { Positions = [Scene.Long] }));
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(sell with { Positions = [Scene.Long with { Symbol = "GBPUSD" }] }));
        Assert.Equal(RuleOutcome.Pass, new HedgingPolicyRule(HedgingMode.Allow).Outcome(sell with { Positions = [Scene.Long] }));
    }

    [Fact]
    public void Check_NettingFlip_IsRefusedEvenWhereHedgingIsAllowed() => Assert.Equal(RuleOutcome.Reject, new HedgingPolicyRule(HedgingMode.Allow).Outcome(
        Scene.Context.WithOrder(o => o with { Side = OrderSide.Sell }) with { Positions = [Scene.Long], Account = Scene.Account with { Mode = AccountMode.Netting } }));
}
