using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class CloseGuardRuleTests
{
    private static readonly CloseGuardRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("close_guard", OrderClass.Reduce | OrderClass.Close, "refresh positions"), Declared.Row<CloseGuardRule>());

    [Theory]
    [InlineData(7, 0.50, RuleOutcome.Pass)]
    [InlineData(7, 0.51, RuleOutcome.Reject)]
    [InlineData(6, 0.10, RuleOutcome.Reject)]
    public void Check_Close_IsOfAnOpenPositionAndNotMoreThanIt(long ticket, double lots, RuleOutcome expected) =>
        Assert.Equal(expected, Rule.Outcome(Of(OrderKind.Close, ticket, (decimal)lots)));

    [Theory]
    [InlineData(8, RuleOutcome.Pass)]
    [InlineData(7, RuleOutcome.Reject)]
    public void Check_Cancel_IsOfAWaitingOrder(long ticket, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Of(OrderKind.Cancel, ticket, 0.10m)));

    [Fact]
    public void Check_NettingOrder_IsAtMostTheNetPosition()
    {
        RiskContext opposite = Of(OrderKind.Open, null, 0.50m);

        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(opposite));
        Assert.Equal(RuleOutcome.Reject, Rule.Outcome(opposite.WithOrder(o => o with { Volume = 0.51m })));
    }

    private static RiskContext Of(OrderKind kind, long? ticket, decimal lots) =>
        Scene.Context.WithOrder(o => o with { Kind = kind, Side = OrderSide.Sell, Target = ticket, Volume = lots }) with { Class = OrderClass.Close, Positions = [Scene.Long], Orders = [Scene.Pending] };
}
