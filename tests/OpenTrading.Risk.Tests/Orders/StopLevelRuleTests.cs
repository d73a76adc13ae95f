using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Orders;

public sealed class StopLevelRuleTests
{
    [Fact]
    public void Declarations_AreTheRowsOfTheTable()
    {
        Assert.Equal("0 [0..1000] *", Declared.Parameter<StopLevelRule>("extra"));
        Assert.Equal("300 [10..900]", Declared.Parameter<ProposalAgeRule>("s"));
    }

    // Stops of a purchase are measured from the bid, 1.08490.
    [Theory]
    [InlineData(100, 0, 1.08390, RuleOutcome.Pass)]
    [InlineData(100, 0, 1.08391, RuleOutcome.Reject)]
    [InlineData(0, 100, 1.08391, RuleOutcome.Reject)]
    [InlineData(0, 0, 1.08489, RuleOutcome.Pass)]
    public void Level_OfTheBroker_IsKept(int stopsLevel, int extra, double stop, RuleOutcome expected) => Assert.Equal(
        expected, new StopLevelRule(extra).Outcome((Scene.Context with { Instrument = Scene.EurUsd with { StopsLevel = stopsLevel } }).WithOrder(o => o with { StopLoss = (decimal)stop })));

    // The stop of the position is 690 points under the bid.
    [Theory]
    [InlineData(689, RuleOutcome.Pass)]
    [InlineData(690, RuleOutcome.Reject)]
    [InlineData(0, RuleOutcome.NotApplicable)]
    public void Freeze_NearTheTrigger_NothingIsChanged(int level, RuleOutcome expected) => Assert.Equal(
        expected, new FreezeLevelRule().Outcome(Change(1.07900m) with { Instrument = Scene.EurUsd with { FreezeLevel = level } }));

    [Theory]
    [InlineData(300, RuleOutcome.Pass)]
    [InlineData(300.001, RuleOutcome.Reject)]
    public void Age_OfTheProposal_StaysWithinSeconds(double seconds, RuleOutcome expected) =>
        Assert.Equal(expected, new ProposalAgeRule(300).Outcome(Scene.Context with { ProposedAt = Scene.Now.AddSeconds(-seconds) }));

    private static RiskContext Change(decimal? stop) => (Scene.Context with { Class = OrderClass.Raise, Positions = [Scene.Long] })
        .WithOrder(o => o with { Kind = OrderKind.Modify, Target = Scene.Long.Ticket, StopLoss = stop, TakeProfit = null });
}
