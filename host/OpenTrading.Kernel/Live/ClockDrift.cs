namespace OpenTrading.Kernel.Live;

/// <summary>
/// How far the wall clock was set since an account was compared with the journal: what it moved beyond the time that passed. Slewing, as time services do it
/// all day, is followed; a jump stays until the clock is set back or the account is compared anew.
/// </summary>
/// <param name="wall">The wall clock, and the one that only counts.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class ClockDrift(TimeProvider wall)
{
    private static readonly TimeSpan Slewing = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private DateTimeOffset _time = wall.GetUtcNow();
    private long _counted = wall.GetTimestamp();

    /// <summary>How far it was set; positive is ahead.</summary>
    public TimeSpan Look()
    {
        lock (_gate)
        {
            TimeSpan drift = wall.GetUtcNow() - _time - wall.GetElapsedTime(_counted);
            if (drift.Duration() < Slewing)
            {
                Begin();
            }

            return drift;
        }
    }

    /// <summary>Takes the clock for right as it is now.</summary>
    public void Trust()
    {
        lock (_gate)
        {
            Begin();
        }
    }

    private void Begin() => (_time, _counted) = (wall.GetUtcNow(), wall.GetTimestamp());
}
