using System.Text.Json;
using OpenTrading.MetaTrader.Market;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Tests.Market;

public class ServerSessionsTests
{
    [Fact]
    public void ToUtc_WindowOverMidnight_IsCutAtUtcMidnight()
    {
        // Monday 00:00 to 24:00 server time, two hours ahead of UTC: from Sunday 22:00 to Monday 22:00.
        TradingSession[] sessions = [.. Read("[[1,0,86400]]", TimeSpan.FromHours(2))];

        Assert.Equal(
            [
                new TradingSession(DayOfWeek.Sunday, TimeSpan.FromHours(22), TimeSpan.FromHours(24)),
                new TradingSession(DayOfWeek.Monday, TimeSpan.Zero, TimeSpan.FromHours(22)),
            ],
            sessions);
    }

    [Fact]
    public void ToUtc_SundayMorningOfAServerAhead_IsTheEndOfSaturday() =>
        Assert.Equal(
            [new TradingSession(DayOfWeek.Saturday, TimeSpan.FromHours(23), TimeSpan.FromHours(24))],
            Read("[[0,0,3600]]", TimeSpan.FromHours(1)));

    [Theory]
    [InlineData("[[7,0,60]]")]
    [InlineData("[[1,60,60]]")]
    [InlineData("[[1,-5,60]]")]
    [InlineData("[[1,0,86401]]")]
    public void ToUtc_ImpossibleWindow_IsLeftOut(string rows) => Assert.Empty(Read(rows, TimeSpan.Zero));

    private static IReadOnlyList<TradingSession> Read(string rows, TimeSpan offset)
    {
        using var document = JsonDocument.Parse($"{{\"trade_sessions\":{rows}}}");
        return ServerSessions.ToUtc(document.RootElement, "trade_sessions", offset);
    }
}
