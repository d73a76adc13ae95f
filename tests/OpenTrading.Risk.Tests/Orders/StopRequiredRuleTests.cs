using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class StopRequiredRuleTests
{
    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("sl_required", OrderClass.EntryOrRaise, "add one"), Declared.Row<StopRequiredRule>());

    [Theory]
    [InlineData(1.0825, RuleOutcome.Pass)]
    [InlineData(0.00001, RuleOutcome.Pass)]
    [InlineData(0.0, RuleOutcome.Reject)]
    [InlineData(null, RuleOutcome.Reject)]
    public void Check_Stop_MustBePresent(double? stop, RuleOutcome expected) =>
        Assert.Equal(expected, new StopRequiredRule().Outcome(Scene.Context.WithOrder(o => o with { StopLoss = (decimal?)stop })));
}
