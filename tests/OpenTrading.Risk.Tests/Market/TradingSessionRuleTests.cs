using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class TradingSessionRuleTests
{
    private static readonly TradingSessionRule Rule = new("Europe/London", ["Mon-Fri 08:00-17:00", "Wed 20:00-24:00"]);

    [Fact]
    public void Declaration_IsTheRowOfTheTable()
    {
        Assert.Equal(("trading_session", OrderClass.EntryOrRaise, "wait for window"), Declared.Row<TradingSessionRule>());
        Assert.Equal("Etc/UTC *", Declared.Parameter<TradingSessionRule>("zone"));
    }

    // London is at UTC in January and an hour ahead in July.
    [Theory]
    [InlineData("2026-01-05T07:59:59Z", RuleOutcome.Reject)]
    [InlineData("2026-01-05T08:00:00Z", RuleOutcome.Pass)]
    [InlineData("2026-01-05T16:59:59Z", RuleOutcome.Pass)]
    [InlineData("2026-01-05T17:00:00Z", RuleOutcome.Reject)]
    [InlineData("2026-07-06T07:00:00Z", RuleOutcome.Pass)]
    [InlineData("2026-07-06T16:00:00Z", RuleOutcome.Reject)]
    [InlineData("2026-01-07T23:59:59Z", RuleOutcome.Pass)]
    [InlineData("2026-01-10T12:00:00Z", RuleOutcome.Reject)]
    public void Check_LocalTime_LiesInAWindow(string now, RuleOutcome expected) => Assert.Equal(expected, Rule.Outcome(Scene.Context with { Now = Time.Utc(now) }));

    [Theory]
    [InlineData("Mon-Fri")]
    [InlineData("Mon-Fri 17:00-08:00")]
    [InlineData("Mo 08:00-17:00")]
    [InlineData("Mon 08:00-24:01")]
    [InlineData("Mon 8-17")]
    public void New_NoWindow_IsRefused(string window) => Assert.Throws<FormatException>(() => new TradingSessionRule("Etc/UTC", [window]));
}
