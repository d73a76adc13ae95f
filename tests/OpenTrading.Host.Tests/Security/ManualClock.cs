namespace OpenTrading.Host.Tests.Security;

/// <summary>A clock that stands until it is moved; its wall clock can be set while no time passes.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private TimeSpan _set;

    public override DateTimeOffset GetUtcNow() => _now + _set;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Pass(TimeSpan time) => _now += time;

    public void SetWall(TimeSpan by) => _set += by;

    public void PassSeconds(double seconds) => Pass(TimeSpan.FromSeconds(seconds));
}
