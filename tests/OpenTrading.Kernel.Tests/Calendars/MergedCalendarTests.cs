using OpenTrading.Kernel.Calendars;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Tests.Calendars;

public sealed class MergedCalendarTests
{
    private static readonly DateTime Day = new(2026, 1, 9, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Dollar = ["USD"];

    [Fact]
    public async Task Read_SameEventOfTwoSources_IsOneThatBothComplete()
    {
        CalendarReading reading = await Read(
            Source("mt5", Event(13.5, "USD", "CPI y/y", EventImpact.Medium, "mt5") with { Previous = "3.0%" }),
            Source("file", Event(13.5, "USD", "CPI (y/y)", EventImpact.High, "file:a.csv") with { Forecast = "3.1%", Previous = "9%" }, Event(10, "EUR", "GDP", EventImpact.Low, "file:a.csv")));

        Assert.Equal(
            [Event(10, "EUR", "GDP", EventImpact.Low, "file:a.csv"), Event(13.5, "USD", "CPI y/y", EventImpact.High, "mt5+file:a.csv") with { Forecast = "3.1%", Previous = "3.0%" }],
            reading.Events);
    }

    [Fact]
    public async Task Read_OtherNameCurrencyOrMinute_IsAnotherEvent() => Assert.Equal(4, (await Read(
        Source("mt5", Event(13.5, "USD", "CPI", EventImpact.High, "mt5"), Event(13.5, "CAD", "CPI", EventImpact.High, "mt5")),
        Source("file", Event(13.5, "USD", "Core CPI", EventImpact.High, "file"), Event(14, "USD", "CPI", EventImpact.High, "file")))).Events.Count);

    [Fact]
    public async Task Read_SourcesThatFail_AreNamedAndTheOthersStand()
    {
        CalendarReading reading = await Read(
            new Stub("mt5", () => throw new DataException("mt5 calendar", "no terminal is connected", "Connect one.")),
            new Stub("odd", () => throw new InvalidOperationException("secret")),
            Source("file", Event(10, "EUR", "GDP", EventImpact.Low, "file")));

        Assert.Single(reading.Events);
        Assert.Equal(Day, reading.AsOf);
        Assert.Equal(
            [new Unavailable("calendar.mt5", "mt5 calendar: no terminal is connected. Connect one."), new Unavailable("calendar.odd", "it failed with InvalidOperationException")],
            reading.Unavailable);
    }

    [Fact]
    public async Task Read_HostileTexts_AreMadePlainAndWhatIsNoEventIsLeftOut()
    {
        CalendarReading reading = await Read(Source(
            "odd",
            Event(1, "USD", "CPI\u202e \u001b[31m\r\n", EventImpact.High, "odd") with { Actual = "3%\u200b", Forecast = "\u0007" },
            Event(2, "USD", new string('n', 500), EventImpact.High, "odd"),
            Event(3, "usd", "GDP", EventImpact.High, "odd"),
            Event(4, "USD", "\u202e\u0000", EventImpact.High, "odd"),
            Event(5, "USD", "PMI", (EventImpact)9, "odd")));

        Assert.Equal(["CPI  [31m", new string('n', 120)], reading.Events.Select(e => e.Name));
        Assert.Equal(("3%", null), (reading.Events[0].Actual, reading.Events[0].Forecast));
    }

    [Fact]
    public async Task Read_NoSource_HasNoTime() => Assert.Null((await Read()).AsOf);

    [Fact]
    public async Task Read_Again_IsNotAskedAgainAndTheSpanHolds()
    {
        int asked = 0;
        var calendar = new MergedCalendar(
            () => [new Stub("file", () =>
            {
                asked++;
                return [Event(10, "EUR", "GDP", EventImpact.Low, "file"), Event(10.9, "EUR", "PMI", EventImpact.Low, "file")];
            })],
            TimeProvider.System);

        CalendarReading first = await calendar.ReadAsync(Day.AddHours(10), Day.AddHours(10.5), default);
        CalendarReading second = await calendar.ReadAsync(Day.AddHours(10.25), Day.AddHours(10.95), default);

        Assert.Equal((1, "GDP", "PMI"), (asked, first.Events.Single().Name, second.Events.Single().Name));
    }

    [Theory]
    [InlineData(13.4, true)]
    [InlineData(13.6, true)]
    [InlineData(13.39, false)]
    [InlineData(13.71, false)]
    public void Near_Event_CountsFromBeforeToAfter(double hour, bool counts)
    {
        var reading = new CalendarReading(Day, Day.AddDays(1), [Event(13.5, "USD", "CPI", EventImpact.High, "mt5")], Day, []);

        Assert.Equal(counts, reading.Near(Day.AddHours(hour), Dollar, EventImpact.High, TimeSpan.FromHours(0.1), TimeSpan.FromHours(0.2)).Any());
        Assert.Empty(reading.Near(Day.AddHours(hour), ["EUR"], EventImpact.High, TimeSpan.FromHours(0.1), TimeSpan.FromHours(0.2)));
    }

    [Fact]
    public void Near_EventWithoutHour_CountsAllDay()
    {
        var reading = new CalendarReading(Day, Day.AddDays(1), [Event(0, "USD", "Summit", EventImpact.High, "mt5") with { IsTimed = false }], Day, []);

        Assert.Single(reading.Near(Day.AddHours(23), Dollar, EventImpact.Medium, TimeSpan.Zero, TimeSpan.Zero));
        Assert.Empty(reading.Near(Day.AddHours(25), Dollar, EventImpact.Medium, TimeSpan.Zero, TimeSpan.Zero));
    }

    private static Task<CalendarReading> Read(params ICalendarSource[] sources) => new MergedCalendar(() => sources, TimeProvider.System).ReadAsync(Day, Day.AddDays(1), default);

    private static EconomicEvent Event(double hour, string currency, string name, EventImpact impact, string source) => new(Day.AddHours(hour), currency, name, impact, source);

    private static Stub Source(string name, params EconomicEvent[] events) => new(name, () => events);

    private sealed class Stub(string name, Func<EconomicEvent[]> events) : ICalendarSource
    {
        public string Name => name;

        public Task<CalendarReading> ReadAsync(DateTime from, DateTime to, CancellationToken cancellationToken) => Task.FromResult(new CalendarReading(from, to, events(), Day, []));
    }
}
