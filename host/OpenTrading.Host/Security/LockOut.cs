namespace OpenTrading.Host.Security;

/// <summary>Slows guessing down: from the fifth failure within 15 minutes on, each makes its key wait, 2 s at first, twice as long each time, at most 900 s. Measured by the monotonic clock.</summary>
/// <threadsafety>Safe.</threadsafety>
internal sealed class LockOut(TimeProvider time)
{
    private const int FreeFailures = 4;
    private const int MostKeys = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(900);

    private readonly Dictionary<string, Queue<long>> _failures = new(StringComparer.Ordinal);

    /// <summary>How long a key has still to wait; zero when it need not.</summary>
    public TimeSpan WaitOf(string key)
    {
        lock (_failures)
        {
            long now = time.GetTimestamp();
            if (Recent(key, now) is not { Count: > FreeFailures } failures)
            {
                return TimeSpan.Zero;
            }

            TimeSpan wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures.Count, 16) - FreeFailures));
            TimeSpan left = (wait < LongestWait ? wait : LongestWait) - time.GetElapsedTime(failures.Last(), now);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Counts a failure.</summary>
    /// <returns>Failures within the last 15 minutes.</returns>
    public int Fail(string key)
    {
        lock (_failures)
        {
            long now = time.GetTimestamp();
            if (_failures.Count >= MostKeys)
            {
                Forget(now);
            }

            Queue<long> failures = Recent(key, now) ?? (_failures[key] = new Queue<long>());
            failures.Enqueue(now);
            return failures.Count;
        }
    }

    /// <summary>Forgets the failures of a key that has shown the right credential.</summary>
    public void Succeed(string key)
    {
        lock (_failures)
        {
            _failures.Remove(key);
        }
    }

    private Queue<long>? Recent(string key, long now)
    {
        if (!_failures.TryGetValue(key, out Queue<long>? failures))
        {
            return null;
        }

        while (failures.TryPeek(out long oldest) && time.GetElapsedTime(oldest, now) >= Window)
        {
            failures.Dequeue();
        }

        return failures;
    }

    // Many names are a flood: what is over goes first, and where that is not enough, the flood has its way but holds no more memory.
    private void Forget(long now)
    {
        foreach (string key in _failures.Keys.Where(key => Recent(key, now)!.Count == 0).ToArray())
        {
            _failures.Remove(key);
        }

        if (_failures.Count >= MostKeys)
        {
            _failures.Clear();
        }
    }
}
