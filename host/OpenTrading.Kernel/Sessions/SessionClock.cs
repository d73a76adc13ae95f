namespace OpenTrading.Kernel.Sessions;

/// <summary>The time of a session that follows its market: it stands still between events and never goes back.</summary>
/// <threadsafety>One writer, the session's thread; readers from any thread.</threadsafety>
public sealed class SessionClock : TimeProvider
{
    private long _ticks;

    /// <summary>A clock that shows <paramref name="start"/> until it is moved.</summary>
    public SessionClock(DateTime start) => _ticks = start.Ticks;

    /// <summary>UTC instant now.</summary>
    public DateTime Now => new(Volatile.Read(ref _ticks), DateTimeKind.Utc);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Now);

    /// <summary>Moves forward to <paramref name="utc"/>; an earlier instant leaves the clock where it is.</summary>
    public void MoveTo(DateTime utc) => Volatile.Write(ref _ticks, Math.Max(_ticks, utc.Ticks));
}
