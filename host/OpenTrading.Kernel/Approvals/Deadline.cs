namespace OpenTrading.Kernel.Approvals;

/// <summary>An instant that comes when so much time has really passed, however the wall clock is set meanwhile.</summary>
internal sealed class Deadline
{
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly TimeSpan _length;

    /// <summary>A deadline at an instant, seen from now.</summary>
    /// <param name="clock">Shows now.</param>
    /// <param name="until">UTC instant.</param>
    public Deadline(TimeProvider clock, DateTime until) => (_clock, _started, _length) = (clock, clock.GetTimestamp(), until - clock.GetUtcNow().UtcDateTime);

    /// <summary>Time left; zero or less when it is over.</summary>
    public TimeSpan Left => _length - _clock.GetElapsedTime(_started);

    /// <summary>Whether it is over. At the very instant it is.</summary>
    public bool IsOver => Left <= TimeSpan.Zero;
}
