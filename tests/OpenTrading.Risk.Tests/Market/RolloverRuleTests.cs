using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class RolloverRuleTests
{
    private static readonly RolloverRule Rule = new("America/New_York", "16:50-17:15");

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("rollover_blackout", OrderClass.EntryOrRaise, "wait"), Declared.Row<RolloverRule>());
        Assert.Equal("America/New_York", Declared.Parameter<RolloverRule>("zone"));
        Assert.Equal("16:50-17:15", Declared.Parameter<RolloverRule>("window"));
    }

    [Theory]
    [InlineData("2026-01-05T21:49:59Z", RuleOutcome.Pass)]
    [InlineData("2026-01-05T21:50:00Z", RuleOutcome.Reject)]
    [InlineData("2026-01-05T22:14:59Z", RuleOutcome.Reject)]
    [InlineData("2026-01-05T22:15:00Z", RuleOutcome.Pass)]
    [InlineData("2026-07-06T20:50:00Z", RuleOutcome.Reject)]
    public void Check_Rollover_IsShut(string now, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context with { Now = Time.Utc(now) }));

    [Fact]
    public void Check_WindowAcrossMidnight_HoldsOnBothSides()
    {
        var rule = new RolloverRule("Etc/UTC", "23:50-00:10");

        Assert.Equal(RuleOutcome.Reject, rule.Outcome(Scene.Context with { Now = Time.Utc("2026-01-05T23:55:00Z") }));
        Assert.Equal(RuleOutcome.Reject, rule.Outcome(Scene.Context with { Now = Time.Utc("2026-01-06T00:09:59Z") }));
        Assert.Equal(RuleOutcome.Pass, rule.Outcome(Scene.Context with { Now = Time.Utc("2026-01-06T00:10:00Z") }));
    }
}
