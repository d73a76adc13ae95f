namespace OpenTrading.Host.Running;

/// <summary>
/// Market time that starts at a chosen instant and runs at a chosen speed against the wall clock, timers included. It stands at that instant until
/// <see cref="Run"/>: at a high speed hours would pass while the host starts, and feed, account and warm-up would each begin elsewhere.
/// </summary>
/// <threadsafety>Safe.</threadsafety>
internal sealed class MarketClock : TimeProvider
{
    private const long Standing = long.MinValue;

    private readonly DateTimeOffset _origin;
    private readonly double _speed;
    private readonly TimeProvider _wall;
    private long _started = Standing;

    /// <summary>A clock that stands at <paramref name="origin"/>.</summary>
    /// <param name="origin">UTC instant.</param>
    /// <param name="speed">Market seconds a second, above 0.</param>
    /// <param name="wall">The clock it runs against.</param>
    public MarketClock(DateTime origin, double speed, TimeProvider wall)
    {
        _origin = new DateTimeOffset(origin, TimeSpan.Zero);
        _speed = speed;
        _wall = wall;
    }

    /// <summary>Sets it going; nothing where it goes already.</summary>
    public void Run() => Interlocked.CompareExchange(ref _started, _wall.GetTimestamp(), Standing);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _started) is var started and not Standing ? Ticks(_wall.GetElapsedTime(started)) : _origin.Ticks, TimeSpan.Zero);

    // What is measured by this clock is market time too: a replay that paces itself would else wait longer and longer.
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(_wall.CreateTimer(callback, state, Scale(dueTime), Scale(period)), this);

    private long Ticks(TimeSpan passed) =>
        passed.Ticks * _speed is var ahead && ahead < DateTimeOffset.MaxValue.Ticks - _origin.Ticks ? _origin.Ticks + (long)ahead : DateTimeOffset.MaxValue.Ticks;

    private TimeSpan Scale(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromTicks(Math.Max(1, (long)(time.Ticks / _speed)));

    private sealed class ScaledTimer(ITimer timer, MarketClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Scale(dueTime), clock.Scale(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
