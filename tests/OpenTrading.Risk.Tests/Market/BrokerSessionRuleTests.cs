using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class BrokerSessionRuleTests
{
    private static readonly BrokerSessionRule Rule = new();

    [Fact]
    public void Declaration_IsTheRowOfTheTable() =>
        Assert.Equal(("broker_session_open", OrderClass.All, "retry at next session"), Declared.Row<BrokerSessionRule>());

    // The currency week ends on Friday at 17:00 in New York, 22:00 UTC in January, and begins on Sunday at that hour.
    [Theory]
    [InlineData("2026-01-09T21:59:59Z", RuleOutcome.Pass)]
    [InlineData("2026-01-09T22:00:00Z", RuleOutcome.Reject)]
    [InlineData("2026-01-11T21:59:59Z", RuleOutcome.Reject)]
    [InlineData("2026-01-11T22:00:00Z", RuleOutcome.Pass)]
    public void Check_Market_IsOpen(string now, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context with { Now = Time.Utc(now) }));

    [Fact]
    public void Check_HoursNotKnown_IsTheBrokersConcern() =>
        Assert.Equal(RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context with { Instrument = Scene.EurUsd with { AssetClass = AssetClass.Index } }));

    [Fact]
    public void Check_NoInstrument_Rejects() => Assert.Equal(RuleOutcome.Reject, Rule.Outcome(Scene.Context with { Instrument = null }));
}
