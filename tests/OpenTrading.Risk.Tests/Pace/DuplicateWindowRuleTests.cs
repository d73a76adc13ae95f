using OpenTrading.Risk.Pace;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Pace;

public sealed class DuplicateWindowRuleTests
{
    private static readonly DuplicateWindowRule Rule = new(5);

    [Theory]
    [InlineData(0, RuleOutcome.Reject)]
    [InlineData(4.999, RuleOutcome.Reject)]
    [InlineData(5, RuleOutcome.Pass)]
    [InlineData(5.001, RuleOutcome.Pass)]
    public void Check_AnEqualOrder_IsTooSoonWithinTheWindow(double secondsAgo, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Past.Proposed(Past.Order(secondsAgo))));

    [Fact]
    public void Check_TheOrderItself_DoesNotCount() => Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Proposed(Past.Order(0, key: Scene.Buy.IdempotencyKey))));

    [Fact]
    public void Check_AnEqualOrderOfSomebodyElse_Counts() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Past.Proposed(Past.Order(0, key: Scene.Buy.IdempotencyKey) with { Proposer = "client:a" })));

    [Fact]
    public void Check_AnyDifference_MakesAnotherOrder()
    {
        OrderTrace same = Past.Order(1);
        foreach (OrderTrace other in (OrderTrace[])
            [same with { Kind = OrderKind.Modify }, same with { Symbol = "GBPUSD" }, same with { Side = OrderSide.Sell }, same with { Type = OrderType.Limit }, same with { Volume = 0.11m }, same with { Target = 1 }])
        {
            Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Past.Proposed(other)));
        }
    }
}
