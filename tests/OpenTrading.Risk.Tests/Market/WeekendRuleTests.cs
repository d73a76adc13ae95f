using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class WeekendRuleTests
{
    private static readonly WeekendRule Rule = new("America/New_York", "Fri 15:00", "Sun 18:00", "none");

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("weekend_flat", OrderClass.EntryOrRaise, "wait"), Declared.Row<WeekendRule>());
        Assert.Equal("America/New_York", Declared.Parameter<WeekendRule>("zone"));
        Assert.Equal("Fri 15:00", Declared.Parameter<WeekendRule>("from"));
        Assert.Equal("Sun 18:00", Declared.Parameter<WeekendRule>("until"));
    }

    [Theory]
    [InlineData("2026-01-09T19:59:59Z", RuleOutcome.Pass)]
    [InlineData("2026-01-09T20:00:00Z", RuleOutcome.Reject)]
    [InlineData("2026-01-10T12:00:00Z", RuleOutcome.Reject)]
    [InlineData("2026-01-11T22:59:59Z", RuleOutcome.Reject)]
    [InlineData("2026-01-11T23:00:00Z", RuleOutcome.Pass)]
    public void Check_EndOfTheWeek_IsShut(string now, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context with { Now = Time.Utc(now) }));

    [Fact]
    public void Check_MarketThatNeverCloses_IsNotItsConcern() => Assert.Equal(
        RuleOutcome.NotApplicable, Rule.Outcome(Scene.Context with { Now = Time.Utc("2026-01-10T12:00:00Z"), Instrument = Scene.EurUsd with { AssetClass = AssetClass.Crypto } }));

    [Fact]
    public void New_NoPoint_IsRefused() => Assert.Throws<FormatException>(() => new WeekendRule("America/New_York", "Friday 15:00", "Sun 18:00", "none"));
}
