using ModelContextProtocol.Server;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>A session of Streamable HTTP as the revisions up to 2025-11-25 have it. It belongs to the principal that opened it.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly IDisposable _following;
    private readonly Task _running;
    private int _busy;
    private int _isHeard;
    private long _lastUse;

    public McpSession(string id, McpCaller caller, McpFace face, TimeProvider time)
    {
        (Id, Owner, _time) = (id, caller.Principal, time);
        Transport = new StreamableHttpServerTransport { SessionId = id };
        Server = McpServer.Create(Transport, face.OptionsFor(caller));
        _following = face.Changes.Follow(Server);
        _lastUse = time.GetTimestamp();
        _running = Server.RunAsync(CancellationToken.None);
    }

    public string Id { get; }

    public Principal Owner { get; }

    public StreamableHttpServerTransport Transport { get; }

    public McpServer Server { get; }

    /// <summary>Whether a request or a stream is open.</summary>
    public bool IsBusy => Volatile.Read(ref _busy) > 0;

    /// <summary>How long nobody has used it; zero while it is busy.</summary>
    public TimeSpan Idle => IsBusy ? TimeSpan.Zero : _time.GetElapsedTime(Volatile.Read(ref _lastUse));

    /// <summary>Marks it as in use until disposed of.</summary>
    public IDisposable Use() => new Usage(this);

    /// <summary>Takes the one stream for what the server says by itself. It is given once.</summary>
    public bool TryHear() => Interlocked.Exchange(ref _isHeard, 1) == 0;

    public async ValueTask DisposeAsync()
    {
        _following.Dispose();
        await Transport.DisposeAsync().ConfigureAwait(false);
        await Server.DisposeAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed class Usage : IDisposable
    {
        private readonly McpSession _session;

        public Usage(McpSession session)
        {
            _session = session;
            Interlocked.Increment(ref session._busy);
        }

        public void Dispose()
        {
            Volatile.Write(ref _session._lastUse, _session._time.GetTimestamp());
            Interlocked.Decrement(ref _session._busy);
        }
    }
}
