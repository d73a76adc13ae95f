using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Http;

/// <summary>How much of a face may be in use at one time, in all and by each caller, so that no caller keeps it from the others.</summary>
/// <param name="most">By all callers.</param>
/// <param name="each">By one caller.</param>
/// <threadsafety>Safe.</threadsafety>
internal sealed class FairShare(int most, int each)
{
    private readonly Lock _taking = new();
    private readonly Dictionary<string, int> _byActor = new(StringComparer.Ordinal);
    private int _all;

    /// <summary>Taken now, by all callers.</summary>
    public int Count => Volatile.Read(ref _all);

    /// <summary>Takes a part for as long as the returned token is not disposed of.</summary>
    /// <param name="caller">Whose it is.</param>
    /// <param name="what">What there is too much of, such as "requests at once".</param>
    /// <exception cref="CapabilityException">RATE_LIMITED: the caller has its share, or everything is taken.</exception>
    public IDisposable Take(Principal caller, string what)
    {
        lock (_taking)
        {
            int own = _byActor.GetValueOrDefault(caller.Actor);
            if (own >= each || _all >= most)
            {
                throw new CapabilityException(ErrorCode.RateLimited, own >= each ? $"{own} {what} of one caller" : $"{_all} {what}", "End one of them, or retry in a second.");
            }

            _byActor[caller.Actor] = own + 1;
            _all++;
            return new Part(this, caller.Actor);
        }
    }

    private void Return(string actor)
    {
        lock (_taking)
        {
            _all--;
            if (--_byActor[actor] == 0)
            {
                _byActor.Remove(actor);
            }
        }
    }

    private sealed class Part(FairShare share, string actor) : IDisposable
    {
        private int _isReturned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReturned, 1) == 0)
            {
                share.Return(actor);
            }
        }
    }
}
