namespace OpenTrading.MarketData;

/// <summary>Waiting of the live feeds.</summary>
internal static class Pacing
{
    /// <summary>Waits at least this long by the clock; not at all for zero or less.</summary>
    public static Task Wait(TimeSpan wait, TimeProvider clock, CancellationToken cancellationToken)
    {
        // A delay is cut to whole milliseconds; waiting one short would deliver before the time.
        return wait <= TimeSpan.Zero
            ? Task.CompletedTask
            : Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken);
    }
}
