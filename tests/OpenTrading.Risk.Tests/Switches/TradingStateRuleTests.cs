using OpenTrading.Risk.Switches;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Switches;

public sealed class TradingStateRuleTests
{
    private static readonly TradingStateRule Rule = new(TradingState.ReduceOnly);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("trading_state", OrderClass.All, "operator sets active"), Declared.Row<TradingStateRule>());
        Assert.Equal("ReduceOnly", Declared.Parameter<TradingStateRule>("initial"));
    }

    [Theory]
    [InlineData(OrderClass.Entry)]
    [InlineData(OrderClass.Raise)]
    [InlineData(OrderClass.Tighten)]
    [InlineData(OrderClass.Reduce)]
    [InlineData(OrderClass.Close)]
    public void Check_Active_PassesEveryClass(OrderClass orderClass) =>
        Assert.Equal(RuleOutcome.Pass, Check(TradingState.Active, orderClass, "client:c1"));

    [Theory]
    [InlineData(OrderClass.Entry, RuleOutcome.Reject)]
    [InlineData(OrderClass.Raise, RuleOutcome.Reject)]
    [InlineData(OrderClass.Tighten, RuleOutcome.Pass)]
    [InlineData(OrderClass.Reduce, RuleOutcome.Pass)]
    [InlineData(OrderClass.Close, RuleOutcome.Pass)]
    public void Check_ReduceOnly_RejectsWhatRaisesRisk(OrderClass orderClass, RuleOutcome expected) =>
        Assert.Equal(expected, Check(TradingState.ReduceOnly, orderClass, "client:c1"));

    [Theory]
    [InlineData(OrderClass.Close, "operator:op1", RuleOutcome.Pass)]
    [InlineData(OrderClass.Reduce, "host", RuleOutcome.Pass)]
    [InlineData(OrderClass.Tighten, "operator:op1", RuleOutcome.Pass)]
    [InlineData(OrderClass.Close, "client:c1", RuleOutcome.Reject)]
    [InlineData(OrderClass.Close, "strategy:s1", RuleOutcome.Reject)]
    [InlineData(OrderClass.Close, "hosting", RuleOutcome.Reject)]
    [InlineData(OrderClass.Entry, "operator:op1", RuleOutcome.Reject)]
    [InlineData(OrderClass.Raise, "host", RuleOutcome.Reject)]
    public void Check_Halted_PassesClosingByOperatorOrHost(OrderClass orderClass, string proposer, RuleOutcome expected) =>
        Assert.Equal(expected, Check(TradingState.Halted, orderClass, proposer));

    private static RuleOutcome Check(TradingState state, OrderClass orderClass, string proposer) => Rule.Outcome(
        Scene.Context.WithState(s => s with { Trading = state }).WithOrder(o => o with { Proposer = proposer }) with { Class = orderClass });
}
