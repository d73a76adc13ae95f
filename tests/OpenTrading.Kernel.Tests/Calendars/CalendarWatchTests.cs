using OpenTrading.Kernel.Calendars;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Calendars;

public sealed class CalendarWatchTests
{
    private static readonly DateTime Day = new(2026, 1, 9, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Now_AfterTheFirstRead_TellsYesterdayToNextWeek()
    {
        var calendar = new Stub(DateTime.UnixEpoch);
        var watch = new CalendarWatch(calendar, TimeProvider.System);

        Assert.Null(watch.Now());
        CalendarReading known = await KnownAsync(watch);

        Assert.Equal(TimeSpan.FromDays(9), known.To - known.From);
        Assert.Equal(1, calendar.Reads);
    }

    [Fact]
    public async Task Now_NoSourceAnswers_KnowsNothing()
    {
        var calendar = new Stub(null);
        var watch = new CalendarWatch(calendar, TimeProvider.System);

        watch.Now();
        while (calendar.Reads == 0)
        {
            await Task.Delay(5);
        }

        Assert.Null(watch.Now());
    }

    private static async Task<CalendarReading> KnownAsync(CalendarWatch watch)
    {
        while (true)
        {
            if (watch.Now() is { } known)
            {
                return known;
            }

            await Task.Delay(5);
        }
    }

    private sealed class Stub(DateTime? asOf) : IEconomicCalendar
    {
        public int Reads { get; private set; }

        public Task<CalendarReading> ReadAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
        {
            Reads++;
            return Task.FromResult(new CalendarReading(from, to, [new EconomicEvent(Day, "USD", "CPI", EventImpact.High, "stub")], asOf, asOf is null ? [new Unavailable("stub", "is silent")] : []));
        }
    }
}
