namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A clock that stands until time passes; the wall clock can be set without any time passing.</summary>
internal sealed class StepClock : TimeProvider
{
    private long _ticks;

    public DateTime Now { get; set; } = Scene.Now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => _ticks;

    /// <summary>Lets time pass.</summary>
    public void Pass(double seconds)
    {
        _ticks += TimeSpan.FromSeconds(seconds).Ticks;
        Now += TimeSpan.FromSeconds(seconds);
    }
}
