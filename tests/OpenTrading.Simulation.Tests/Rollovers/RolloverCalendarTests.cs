using System.Globalization;
using System.Text.Json;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Rollovers;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Simulation.Tests.Rollovers;

public class RolloverCalendarTests
{
    [Theory]
    [InlineData("2018-03-09T00:00", "2018-03-09T22:00", 1)]
    [InlineData("2018-03-11T00:00", "2018-03-11T21:00", 0)]
    [InlineData("2018-10-31T20:59", "2018-10-31T21:00", 3)]
    [InlineData("2018-11-03T21:00", "2018-11-04T22:00", 0)]
    public void NextAfter_NewYorkClose_FollowsTheClockChange(string after, string expected, int nights)
    {
        var rollover = new RolloverCalendar(BrokerDay.NewYorkClose).NextAfter(Utc(after));

        Assert.Equal(Utc(expected), rollover.Instant);
        Assert.Equal(nights, rollover.Nights(DayOfWeek.Wednesday));
    }

    [Fact]
    public void NextAfter_MidnightInAthens_BelongsToTheDayThatEnds()
    {
        var rollover = new RolloverCalendar(new BrokerDay("Europe/Athens", TimeSpan.Zero)).NextAfter(Utc("2018-03-07T12:00"));

        Assert.Equal(Utc("2018-03-07T22:00"), rollover.Instant);
        Assert.Equal(DayOfWeek.Wednesday, rollover.Weekday);
    }

    [ReferenceFact("backtest", "rollovers.json")]
    public void NextAfter_ReferenceInstants_Match()
    {
        var root = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Reference("backtest", "rollovers.json"))).RootElement;
        int rows = 0;
        foreach (var row in root.GetProperty("rows").EnumerateArray())
        {
            string zone = row[0].GetString()!;
            DateTime local = DateTime.Parse(row[1].GetString()!, CultureInfo.InvariantCulture);
            DateTime utc = Utc(row[2].GetString()!.TrimEnd('Z'));

            var rollover = new RolloverCalendar(new BrokerDay(zone, local.TimeOfDay)).NextAfter(utc.AddTicks(-1));

            Assert.Equal((row[1].GetString(), utc, row[3].GetInt32()), (row[1].GetString(), rollover.Instant, rollover.Nights(DayOfWeek.Wednesday)));
            rows++;
        }

        Assert.Equal(52, rows);
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
