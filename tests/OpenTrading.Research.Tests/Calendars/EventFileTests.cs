using OpenTrading.Research.Calendars;
using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Research.Tests.Calendars;

public sealed class EventFileTests
{
    private static readonly DateTime From = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = new(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Read_Table_HasItsEventsByTime()
    {
        EconomicEvent[] events = Read(
            "\ufeffCurrency;Time;Event;Importance;Actual;Consensus;Previous",
            "usd;2026-01-09T13:30:00Z;\"Nonfarm \"\"Payrolls\"\"; total\";HIGH;215K;190K;180K",
            "EUR;2026-01-09 11:00+01:00;CPI y/y;2;;2.1%;",
            "GBP;2026.01.08;Bank holiday;none;;;").Events;

        Assert.Equal(
            [
                new EconomicEvent(Utc(8, 0, 0), "GBP", "Bank holiday", EventImpact.Low, "file:x.csv") { IsTimed = false },
                new EconomicEvent(Utc(9, 10, 0), "EUR", "CPI y/y", EventImpact.Medium, "file:x.csv") { Forecast = "2.1%" },
                new EconomicEvent(Utc(9, 13, 30), "USD", "Nonfarm \"Payrolls\"; total", EventImpact.High, "file:x.csv") { Actual = "215K", Forecast = "190K", Previous = "180K" },
            ],
            events);
    }

    [Fact]
    public void Read_DateAndTimeApart_AreOneInstant()
    {
        EconomicEvent[] events = Read("date,time,currency,event", "2026-01-09,13:30,USD,CPI", "2026-01-09,,USD,Speech", "2026-01-09,All Day,USD,Summit").Events;

        Assert.Equal([(Utc(9, 0, 0), false), (Utc(9, 0, 0), false), (Utc(9, 13, 30), true)], events.Select(e => (e.Time, e.IsTimed)));
    }

    [Fact]
    public void Read_RowsThatAreNone_AreCountedAndLeftOut()
    {
        (EconomicEvent[] events, string? fault) = Read(
            "time,currency,event", "2026-01-09 13:30,USD,CPI", "yesterday,USD,CPI", "2026-01-09 13:30,DOLLAR,CPI", "2026-01-09 13:30,USD,<b></b>", "1812-01-09 13:30,USD,CPI", "", new string('x', 100_000));

        Assert.Single(events);
        Assert.Equal("5 of 7 rows are no events and were left out, the first in line 3", fault);
    }

    [Theory]
    [InlineData("", "its header has no column time, currency, event")]
    [InlineData("time,event", "its header has no column currency")]
    [InlineData("a,b,c", "its header has no column time, currency, event")]
    public void Read_NoTable_SaysWhatIsMissing(string header, string fault) => Assert.Equal(fault, Read(header).Fault);

    [Fact]
    public async Task Read_ChangedFile_IsReadAnewAndAFolderAsOne()
    {
        string folder = Directory.CreateTempSubdirectory("opentrading-calendar-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.csv"), "time,currency,event\n2026-01-09 13:30,USD,One\n");
            File.WriteAllText(Path.Combine(folder, "b.csv"), "time,currency,event\n2026-01-09 13:31,USD,Two\n");
            var calendar = new CsvCalendar(folder);
            Assert.Equal(["One", "Two"], (await calendar.ReadAsync(From, To, default)).Events.Select(e => e.Name));

            File.WriteAllText(Path.Combine(folder, "a.csv"), "time,currency,event\n2026-01-09 13:30,USD,Changed\n");
            CalendarReading read = await calendar.ReadAsync(From, Utc(9, 13, 31), default);

            Assert.Equal(["Changed"], read.Events.Select(e => e.Name));
            Assert.NotNull(read.AsOf);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DateTime Utc(int day, int hour, int minute) => new(2026, 1, day, hour, minute, 0, DateTimeKind.Utc);

    private static (EconomicEvent[] Events, string? Fault) Read(params string[] lines)
    {
        var file = EventFile.Read(lines, "file:x.csv");
        return ([.. file.Between(From, To)], file.Fault);
    }
}
