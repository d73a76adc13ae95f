namespace OpenTrading.Research.Web;

/// <summary>How often a host is asked: so many times a minute, and not before it wants to be asked again.</summary>
/// <param name="perMinute">Requests in a minute; as many may come at once.</param>
/// <param name="wall">The machine's clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class HostPace(int perMinute, TimeProvider wall)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, State> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts a request that is about to be made.</summary>
    /// <exception cref="FetchException">It is too early for it.</exception>
    public void Take(string host)
    {
        lock (_turn)
        {
            State state = Now(host);
            TimeSpan wait = state.HeldFor > TimeSpan.Zero ? state.HeldFor : TimeSpan.FromMinutes((1 - state.Tokens) / perMinute);
            if (wait > TimeSpan.Zero)
            {
                throw new FetchException($"{host} {(state.HeldFor > TimeSpan.Zero ? "asked for a pause" : $"was asked {perMinute} times within a minute")}; try again in {Math.Ceiling(wait.TotalSeconds):0} s") { RetryAfter = wait };
            }

            _hosts[host] = state with { Tokens = state.Tokens - 1 };
        }
    }

    /// <summary>Leaves a host alone for a while.</summary>
    public void Hold(string host, TimeSpan time)
    {
        lock (_turn)
        {
            _hosts[host] = Now(host) with { HeldFor = time };
        }
    }

    private State Now(string host)
    {
        State state = _hosts.GetValueOrDefault(host) ?? new State(perMinute, TimeSpan.Zero, wall.GetTimestamp());
        TimeSpan passed = wall.GetElapsedTime(state.At);
        return new State(Math.Min(perMinute, state.Tokens + (passed.TotalMinutes * perMinute)), state.HeldFor - passed, wall.GetTimestamp());
    }

    private sealed record State(double Tokens, TimeSpan HeldFor, long At);
}
