namespace OpenTrading.Host.Tests.Faces.Mcp.Http;

/// <summary>Time that stands until it is moved; one timer.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private long _ticks;
    private Action? _due;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _due = () => callback(state);
        return new Stopped();
    }

    /// <summary>Moves it and lets the timer fall due.</summary>
    public void Pass(TimeSpan time)
    {
        _ticks += time.Ticks;
        _due?.Invoke();
    }

    private sealed class Stopped : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
