using OpenTrading.MetaTrader.Market;

namespace OpenTrading.MetaTrader.Tests.Market;

public class BrokerTimeTests
{
    // Server time is UTC+3 in summer and UTC+2 in winter; the terminal is asked in summer and takes three hours for all of its past.
    private static readonly TimeSpan Summer = TimeSpan.FromHours(3);

    [Theory]
    [InlineData("Europe/Athens")]
    [InlineData("ny+7")]
    public void ToUtc_WinterBarReadInSummer_IsMovedByTheHour(string zone)
    {
        BrokerTime time = BrokerTime.Parse(zone);

        // A bar at 10:00 server time in January: 08:00 UTC. The terminal says 07:00.
        Assert.Equal(Utc(2026, 1, 15, 8), time.ToUtc(Utc(2026, 1, 15, 7), Summer));
        Assert.Equal(Utc(2026, 7, 15, 7), time.ToUtc(Utc(2026, 7, 15, 7), Summer));
        Assert.Equal(Utc(2026, 1, 15, 7), time.FromUtc(Utc(2026, 1, 15, 8), Summer));
    }

    [Fact]
    public void ToUtc_BetweenTheTwoChangesOfClocks_FollowsItsOwnZone()
    {
        // On 15 March New York has summer time already, Athens not yet.
        Assert.Equal(Utc(2026, 3, 16, 7), BrokerTime.Parse("ny+7").ToUtc(Utc(2026, 3, 16, 7), Summer));
        Assert.Equal(Utc(2026, 3, 16, 8), BrokerTime.Parse("Europe/Athens").ToUtc(Utc(2026, 3, 16, 7), Summer));
    }

    [Fact]
    public void ToUtc_Auto_LeavesTimesAsTheyAre()
    {
        BrokerTime time = BrokerTime.Parse("auto");

        Assert.True(time.IsAsGiven);
        Assert.Equal(Utc(2026, 1, 15, 7), time.ToUtc(Utc(2026, 1, 15, 7), Summer));
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("ny+")]
    [InlineData("ny+15")]
    [InlineData("")]
    public void Parse_NoZone_SaysWhatToWrite(string text) =>
        Assert.Contains("ny+7", Assert.Throws<FormatException>(() => BrokerTime.Parse(text)).Message, StringComparison.Ordinal);

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
