namespace OpenTrading.MetaTrader.Tests.Support;

/// <summary>A clock that stands until it is moved; its timers fire as it passes them.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time)
    {
        DateTimeOffset end = GetUtcNow() + time;
        while (true)
        {
            Alarm? due;
            lock (_gate)
            {
                due = _alarms.Where(a => a.At <= end).MinBy(a => a.At);
                _now = due?.At > _now ? due.At.Value : due is null ? end : _now;
                due?.Step();
            }

            if (due is null)
            {
                return;
            }

            due.Fire();
        }
    }

    private sealed class Alarm(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? At { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                At = dueTime < TimeSpan.Zero ? null : clock._now + dueTime;
                if (!clock._alarms.Contains(this))
                {
                    clock._alarms.Add(this);
                }
            }

            if (dueTime == TimeSpan.Zero)
            {
                lock (clock._gate)
                {
                    Step();
                }

                Fire();
            }

            return true;
        }

        public void Step() => At = _period > TimeSpan.Zero ? At + _period : null;

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
