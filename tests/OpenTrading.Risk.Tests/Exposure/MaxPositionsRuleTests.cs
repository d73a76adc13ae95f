using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Exposure;

public sealed class MaxPositionsRuleTests
{
    private static readonly MaxPositionsRule Rule = new(3);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("max_positions", OrderClass.Entry, "close one"), Declared.Row<MaxPositionsRule>());
        Assert.Equal("10 / 5 [1..200]", Declared.Parameter<MaxPositionsRule>("n"));
    }

    [Theory]
    [InlineData(0, 0, RuleOutcome.Pass)]
    [InlineData(2, 0, RuleOutcome.Pass)]
    [InlineData(3, 0, RuleOutcome.Reject)]
    [InlineData(1, 1, RuleOutcome.Pass)]
    [InlineData(1, 2, RuleOutcome.Reject)]
    public void Check_PositionsAndEntriesOnTheirWay_CountTogether(int open, int inFlight, RuleOutcome expected)
    {
        RiskContext context = Scene.Context.WithState(s => s with { InFlightEntries = new Dictionary<string, int> { ["XAUUSD"] = inFlight } })
            with { Positions = [.. Enumerable.Repeat(Scene.Long with { Symbol = "GBPUSD" }, open)] };

        Assert.Equal(expected, Rule.Outcome(context));
    }

    [Fact]
    public void Check_PendingOrders_DoNotCount() =>
        Assert.Equal(RuleOutcome.Pass, Rule.Outcome(Scene.Context with { Orders = [Scene.Pending, Scene.Pending, Scene.Pending] }));
}
