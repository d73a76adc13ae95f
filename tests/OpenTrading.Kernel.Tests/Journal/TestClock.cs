namespace OpenTrading.Kernel.Tests.Journal;

/// <summary>A clock that stands still, and timers that fire when the test says so.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly List<Timer> _timers = [];

    public DateTime Now { get; set; } = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>When the only armed timer is due; null when none is.</summary>
    public TimeSpan? Due => _timers.SingleOrDefault(timer => timer.Due is not null)?.Due;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Fire()
    {
        foreach (var timer in _timers.Where(timer => timer.Due is not null)) timer.Fire();
    }

    private sealed class Timer(Action callback) : ITimer
    {
        public TimeSpan? Due { get; private set; }

        public void Fire()
        {
            Due = null;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : dueTime;
            return true;
        }

        public void Dispose() => Due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
