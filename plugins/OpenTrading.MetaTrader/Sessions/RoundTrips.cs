namespace OpenTrading.MetaTrader.Sessions;

/// <summary>How long the last answers took.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class RoundTrips
{
    private const int Kept = 512;

    private readonly Lock _gate = new();
    private readonly TimeSpan[] _times = new TimeSpan[Kept];
    private long _count;

    /// <summary>Takes one.</summary>
    public void Add(TimeSpan time)
    {
        lock (_gate)
        {
            _times[_count++ % Kept] = time;
        }
    }

    /// <summary>The newest; null before the first.</summary>
    public TimeSpan? Last
    {
        get
        {
            lock (_gate)
            {
                return _count == 0 ? null : _times[(_count - 1) % Kept];
            }
        }
    }

    /// <summary>The time that a share of the last ones stayed within; null before the first.</summary>
    /// <param name="share">0 to 1.</param>
    public TimeSpan? Quantile(double share)
    {
        TimeSpan[] sorted;
        lock (_gate)
        {
            sorted = _times[..(int)Math.Min(_count, Kept)];
        }

        Array.Sort(sorted);
        return sorted.Length == 0 ? null : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
