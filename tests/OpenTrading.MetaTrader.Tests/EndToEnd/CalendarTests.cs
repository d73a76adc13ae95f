using OpenTrading.MetaTrader.Market;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>The economic calendar of the terminal, through the expert.</summary>
public sealed class CalendarTests
{
    private static readonly DateTime Day = new(2026, 1, 9, 0, 0, 0, DateTimeKind.Utc);

    [EmulatorFact]
    public async Task Read_CalendarOfTheTerminal_IsItsEventsInUtc()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("ot-calendar-").FullName, "calendar.csv");
        await File.WriteAllTextAsync(file, """
            time,currency,country,importance,name,actual,forecast,previous
            2026-01-08 23:59,EUR,EU,3,Before,,,
            2026-01-09 13:30,USD,US,3,CPI y/y,3,2,4
            2026-01-09 10:00,EUR,EU,2,GDP q/q,,1,-2
            2026-01-09 15:00,,XX,3,Nobody's,,,
            2026-01-09 16:00,GBP,GB,0,Speech,,,
            2026-01-10 00:00,EUR,EU,3,After,,,
            """);
        await using TerminalBench bench = await TerminalBench.StartAsync("--calendar", file);
        var calendar = new TerminalCalendar(bench.Bridge.Terminals, bench.Bridge.Time);

        CalendarReading reading = await calendar.ReadAsync(Day, Day.AddDays(1), default);

        Assert.Equal(
            [
                new EconomicEvent(Day.AddHours(10), "EUR", "GDP q/q", EventImpact.Medium, "mt5") { Forecast = "1%", Previous = "-2%" },
                new EconomicEvent(Day.AddHours(13.5), "USD", "CPI y/y", EventImpact.High, "mt5") { Actual = "3%", Forecast = "2%", Previous = "4%" },
                new EconomicEvent(Day.AddHours(16), "GBP", "Speech", EventImpact.Low, "mt5"),
            ],
            reading.Events);
        Assert.NotNull(reading.AsOf);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [EmulatorFact]
    public async Task Read_Mt4Alone_HasNoCalendar()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("mt4-http", []);

        DataException missing = await Assert.ThrowsAsync<DataException>(() => new TerminalCalendar(bench.Bridge.Terminals, bench.Bridge.Time).ReadAsync(Day, Day.AddDays(1), default));

        Assert.Contains("MT5 terminal is not connected", missing.Message, StringComparison.Ordinal);
    }
}
