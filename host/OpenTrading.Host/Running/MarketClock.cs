namespace OpenTrading.Host.Running;

/// <summary>Market time that starts at a chosen instant and runs at a chosen speed against the wall clock, timers included.</summary>
internal sealed class MarketClock : TimeProvider
{
    private readonly DateTimeOffset _origin;
    private readonly double _speed;
    private readonly TimeProvider _wall;
    private readonly long _started;

    /// <summary>A clock that shows <paramref name="origin"/> now.</summary>
    /// <param name="origin">UTC instant.</param>
    /// <param name="speed">Market seconds a second, above 0.</param>
    /// <param name="wall">The clock it runs against.</param>
    public MarketClock(DateTime origin, double speed, TimeProvider wall)
    {
        _origin = new DateTimeOffset(origin, TimeSpan.Zero);
        _speed = speed;
        _wall = wall;
        _started = wall.GetTimestamp();
    }

    public override DateTimeOffset GetUtcNow() => _origin + (_wall.GetElapsedTime(_started) * _speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(_wall.CreateTimer(callback, state, Scale(dueTime), Scale(period)), this);

    private TimeSpan Scale(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromTicks(Math.Max(1, (long)(time.Ticks / _speed)));

    private sealed class ScaledTimer(ITimer timer, MarketClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Scale(dueTime), clock.Scale(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
