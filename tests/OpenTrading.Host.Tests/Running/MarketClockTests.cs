using OpenTrading.Host.Running;

namespace OpenTrading.Host.Tests.Running;

/// <summary>Market time: where it begins, when it goes, how fast.</summary>
public sealed class MarketClockTests
{
    private static readonly DateTime Origin = new(2024, 3, 4, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Clock_NotYetSetGoing_StandsAtItsOrigin()
    {
        var wall = new HandClock();
        var clock = new MarketClock(Origin, speed: 60, wall);

        wall.Pass(TimeSpan.FromSeconds(5));

        Assert.Equal(Origin, clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public void Clock_SetGoing_ShowsAndMeasuresMarketTime()
    {
        var wall = new HandClock();
        var clock = new MarketClock(Origin, speed: 60, wall);
        wall.Pass(TimeSpan.FromSeconds(5));
        clock.Run();
        long started = clock.GetTimestamp();

        wall.Pass(TimeSpan.FromSeconds(2));
        clock.Run();

        Assert.Equal(Origin.AddMinutes(2), clock.GetUtcNow().UtcDateTime);
        Assert.Equal(TimeSpan.FromMinutes(2), clock.GetElapsedTime(started));
    }

    [Fact]
    public void Clock_BeyondTheLastInstant_StaysThere()
    {
        var wall = new HandClock();
        var clock = new MarketClock(Origin, speed: 1e9, wall);
        clock.Run();

        wall.Pass(TimeSpan.FromDays(30));

        Assert.Equal(DateTimeOffset.MaxValue, clock.GetUtcNow());
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
