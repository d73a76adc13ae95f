using OpenTrading.Risk.Switches;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Switches;

public sealed class KillSwitchRuleTests
{
    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("kill_switch", OrderClass.EntryOrRaise, "operator re-arms"), Declared.Row<KillSwitchRule>());

    [Theory]
    [InlineData(0, RuleOutcome.Pass)]
    [InlineData(1, RuleOutcome.Reject)]
    [InlineData(3, RuleOutcome.Reject)]
    public void Check_Level_PassesAtZeroAlone(int level, RuleOutcome expected) =>
        Assert.Equal(expected, new KillSwitchRule().Outcome(Scene.Context.WithState(s => s with { KillLevel = level })));
}
