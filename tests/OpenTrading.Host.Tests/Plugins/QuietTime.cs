namespace OpenTrading.Host.Tests.Plugins;

/// <summary>Time that stands until it is moved, with timers: nothing falls due while a test is still writing files, however long that takes.</summary>
internal sealed class QuietTime : TimeProvider
{
    private readonly Lock _changing = new();
    private readonly List<Timer> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_changing)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Moves it and lets the timers fall due.</summary>
    public void Pass(TimeSpan time)
    {
        Timer[] due;
        lock (_changing)
        {
            _now += time.Ticks;
            due = [.. _timers.Where(t => t.Due <= _now)];
            foreach (Timer timer in due)
            {
                timer.Due = long.MaxValue;
            }
        }

        foreach (Timer timer in due)
        {
            timer.Ring();
        }
    }

    private sealed class Timer(QuietTime time, Action ring) : ITimer
    {
        public long Due { get; set; } = long.MaxValue;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._changing)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : time._now + dueTime.Ticks;
                return true;
            }
        }

        public void Dispose() => Due = long.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
