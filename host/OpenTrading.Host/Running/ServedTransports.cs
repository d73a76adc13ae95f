namespace OpenTrading.Host.Running;

/// <summary>The ways by which AI clients reach a host at this moment. A face that serves adds its own.</summary>
/// <threadsafety>Safe.</threadsafety>
internal sealed class ServedTransports
{
    private readonly Lock _changing = new();
    private volatile IReadOnlyList<ServedTransport> _all = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<ServedTransport> All => _all;

    /// <summary>Adds one.</summary>
    public void Add(ServedTransport transport)
    {
        lock (_changing)
        {
            _all = [.. _all, transport];
        }
    }
}

/// <summary>A way by which AI clients reach a host.</summary>
/// <param name="Kind"><c>stdio</c>, <c>http</c> or <c>sse</c>.</param>
/// <param name="Url">Where; null for the one client at standard input.</param>
/// <param name="Clients">How many are connected now.</param>
internal sealed record ServedTransport(string Kind, Uri? Url, Func<int> Clients);
