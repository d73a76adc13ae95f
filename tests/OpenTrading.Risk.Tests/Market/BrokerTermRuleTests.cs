using OpenTrading.Risk.Market;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Market;

public sealed class BrokerTermRuleTests
{
    private static readonly InstrumentSpecRule Spec = new(3600, 0.02m);
    private static readonly NewsBlackoutRule News = new(5, 5, EventImpact.High, 24);

    // A tick of a lot of EURUSD is worth 1 USD.
    [Theory]
    [InlineData(0.981, RuleOutcome.Pass)]
    [InlineData(0.980, RuleOutcome.Reject)]
    [InlineData(1.020, RuleOutcome.Pass)]
    [InlineData(1.021, RuleOutcome.Reject)]
    public void Spec_TickValue_IsTheHostsWithinTheTolerance(double value, RuleOutcome expected) => Assert.Equal(expected, Spec.Outcome(Told(new BrokerSpec(TimeSpan.Zero, true, (decimal)value))));

    [Theory]
    [InlineData(3600, RuleOutcome.Pass)]
    [InlineData(3601, RuleOutcome.Reject)]
    public void Spec_Age_StaysWithinTheLimit(int seconds, RuleOutcome expected) => Assert.Equal(expected, Spec.Outcome(Told(new BrokerSpec(TimeSpan.FromSeconds(seconds), true, 1m))));

    [Fact]
    public void Spec_UnknownModeOrSilentBroker_Rejects()
    {
        Assert.Equal(RuleOutcome.Reject, Spec.Outcome(Told(new BrokerSpec(TimeSpan.Zero, false, 1m))));
        Assert.Equal(RuleOutcome.Reject, Spec.Outcome(Told(new BrokerSpec(TimeSpan.Zero, true, 0m))));
        Assert.Equal(RuleOutcome.Reject, Spec.Outcome(Told(null)));
        Assert.Equal(RuleOutcome.NotApplicable, Spec.Outcome(Scene.Context));
    }

    [Theory]
    [InlineData(5, RuleOutcome.Reject)]
    [InlineData(5.01, RuleOutcome.Pass)]
    [InlineData(-5, RuleOutcome.Reject)]
    [InlineData(-5.01, RuleOutcome.Pass)]
    public void News_ReleaseOfACurrency_IsNotNear(double minutesAhead, RuleOutcome expected) => Assert.Equal(expected, News.Outcome(Released(minutesAhead)));

    [Fact]
    public void News_OtherCurrenciesAndSmallerOnes_DoNotCount()
    {
        Assert.Equal(RuleOutcome.Pass, News.Outcome(Released(0, currency: "JPY")));
        Assert.Equal(RuleOutcome.Pass, News.Outcome(Released(0, impact: EventImpact.Medium)));
        Assert.Equal(RuleOutcome.Reject, new NewsBlackoutRule(5, 5, EventImpact.Medium, 24).Outcome(Released(0, impact: EventImpact.Medium)));
    }

    [Fact]
    public void News_ReleaseWithoutAnHour_CountsAllOfItsDay()
    {
        EconomicEvent release = new(Scene.Now.Date, "USD", "CPI", EventImpact.High, "test") { IsTimed = false };

        Assert.Equal(RuleOutcome.Reject, News.Outcome(Scene.Context with { Calendar = Reading(1, release) }));
        Assert.Equal(RuleOutcome.Pass, News.Outcome(Scene.Context with { Calendar = Reading(1, release with { Time = Scene.Now.Date.AddDays(1) }) }));
        Assert.Equal(RuleOutcome.Reject, News.Outcome(Scene.Context with { Calendar = Reading(1) with { AsOf = null } }));
    }

    [Theory]
    [InlineData(24, RuleOutcome.Pass)]
    [InlineData(24.01, RuleOutcome.Reject)]
    public void News_Calendar_IsFresh(double hours, RuleOutcome expected) =>
        Assert.Equal(expected, News.Outcome(Scene.Context with { Calendar = Reading(hours) }));

    [Fact]
    public void News_NoCalendar_RejectsUnlessTheRuleIsOff()
    {
        Assert.Equal(RuleOutcome.Reject, News.Outcome(Scene.Context));
        Assert.Equal(RuleOutcome.NotApplicable, new NewsBlackoutRule(null, null, EventImpact.High, 24).Outcome(Scene.Context));
    }

    [Theory]
    [InlineData(60_000, RuleOutcome.Pass)]
    [InlineData(60_001, RuleOutcome.Reject)]
    public void Conversion_RateAtABroker_IsFresh(int age, RuleOutcome expected) => Assert.Equal(expected, new MoneyConversionRule(60_000).Outcome(Foreign(age) with { Account = Scene.Account with { Kind = AccountKind.Demo } }));

    [Fact]
    public void Conversion_RateOfTheSimulatedAccount_IsAsOldAsABar() => Assert.Equal(RuleOutcome.Pass, new MoneyConversionRule(60_000).Outcome(Foreign(3_600_000)));

    private static RiskContext Told(BrokerSpec? spec) => Scene.Context with { Spec = spec, Account = Scene.Account with { Kind = AccountKind.Demo } };

    private static RiskContext Released(double minutesAhead, string currency = "USD", EventImpact impact = EventImpact.High) => Scene.Context with
    {
        Calendar = Reading(1, new EconomicEvent(Scene.Now.AddMinutes(minutesAhead), currency, "CPI", impact, "test")),
    };

    private static CalendarReading Reading(double hoursOld, params EconomicEvent[] events) => new(Scene.Now.AddDays(-1), Scene.Now.AddDays(7), events, Scene.Now.AddHours(-hoursOld), []);

    private static RiskContext Foreign(int age) => Scene.Context with
    {
        Instrument = Scene.EurUsd with { Symbol = "EURGBP", ProfitCurrency = "GBP" },
        Rates = Scene.Rates(new Quote("GBPUSD", 1.27m, 1.2702m, Scene.Now.AddMilliseconds(-age), "test")),
    };
}
