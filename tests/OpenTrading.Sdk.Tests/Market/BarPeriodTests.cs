using System.Globalization;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Market;

public sealed class BarPeriodTests
{
    [Theory]
    [InlineData(Timeframe.M1, "2024-03-10 14:37:59", "2024-03-10 14:37", "2024-03-10 14:38")]
    [InlineData(Timeframe.M20, "2024-03-10 14:37:59", "2024-03-10 14:20", "2024-03-10 14:40")]
    [InlineData(Timeframe.H4, "2024-03-10 23:59:59", "2024-03-10 20:00", "2024-03-11 00:00")]
    [InlineData(Timeframe.H8, "2024-03-10 00:00:00", "2024-03-10 00:00", "2024-03-10 08:00")]
    // The clocks went forward on Sunday 2024-03-10: Saturday's day began at 22:00 UTC and has 23 hours.
    [InlineData(Timeframe.D1, "2024-03-10 20:59:59", "2024-03-09 22:00", "2024-03-10 21:00")]
    [InlineData(Timeframe.D1, "2024-03-10 21:00:00", "2024-03-10 21:00", "2024-03-11 21:00")]
    [InlineData(Timeframe.W1, "2024-03-10 20:59:59", "2024-03-03 22:00", "2024-03-10 21:00")]
    [InlineData(Timeframe.W1, "2024-03-13 12:00:00", "2024-03-10 21:00", "2024-03-17 21:00")]
    [InlineData(Timeframe.MN1, "2024-03-13 12:00:00", "2024-03-01 22:00", "2024-04-01 21:00")]
    [InlineData(Timeframe.MN1, "2024-01-01 21:59:59", "2023-12-01 22:00", "2024-01-01 22:00")]
    public void Of_NewYorkClose_CutsWhereTheTimeframeSays(Timeframe timeframe, string utc, string start, string end) =>
        Assert.Equal(new BarPeriod(Utc(start), Utc(end)), BarPeriod.Of(timeframe, Utc(utc), BrokerDay.NewYorkClose));

    [Fact]
    public void OfBar_BarOfAnotherCalendar_HasNominalLength()
    {
        Assert.Equal(Utc("1998-01-03"), BarPeriod.OfBar(Timeframe.D1, Utc("1998-01-02"), BrokerDay.NewYorkClose).End);
        Assert.Equal(Utc("1998-03-01"), BarPeriod.OfBar(Timeframe.MN1, Utc("1998-02-01"), BrokerDay.NewYorkClose).End);
    }

    [Fact]
    public void OfBar_BarOfTheBrokersDay_EndsWithThatDay() =>
        Assert.Equal(Utc("2024-03-10 21:00"), BarPeriod.OfBar(Timeframe.D1, Utc("2024-03-09 22:00"), BrokerDay.NewYorkClose).End);

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
