using System.Collections.Concurrent;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>A bucket of calls for each caller and kind of call: it holds two seconds' worth and fills at the allowed rate.</summary>
internal sealed class RateLimit(CallLimits limits, TimeProvider time)
{
    private const int MostCallers = 10_000;
    private readonly ConcurrentDictionary<(string Actor, bool Reads), Bucket> _buckets = new();

    /// <summary>Takes one call out of the caller's bucket.</summary>
    /// <exception cref="CapabilityException">The bucket is empty.</exception>
    public void Take(Principal caller, Effect effect)
    {
        bool reads = effect == Effect.Read;
        int rate = reads ? limits.ReadsPerSecond : limits.ChangesPerSecond;
        if (_buckets.Count > MostCallers)
        {
            // Full buckets are the same as none; forgetting them all at worst lets a caller start afresh.
            _buckets.Clear();
        }

        if (!_buckets.GetOrAdd((caller.Actor, reads), _ => new Bucket(2 * rate, time.GetTimestamp())).TryTake(rate, time))
        {
            throw new CapabilityException(ErrorCode.RateLimited, $"More than {rate} {(reads ? "reading" : "changing")} calls a second", "Retry in a second.");
        }
    }

    private sealed class Bucket(double calls, long since)
    {
        private readonly Lock _taking = new();
        private double _calls = calls;
        private long _since = since;

        public bool TryTake(int rate, TimeProvider time)
        {
            lock (_taking)
            {
                long now = time.GetTimestamp();
                _calls = Math.Min(2 * rate, _calls + (time.GetElapsedTime(_since, now).TotalSeconds * rate));
                _since = now;
                if (_calls < 1)
                {
                    return false;
                }

                _calls--;
                return true;
            }
        }
    }
}
