using System.Collections.Concurrent;
using System.Security.Cryptography;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>The sessions of a host: no more than so many, none longer idle than so long. Clients that leave without a word are the rule.</summary>
internal sealed class McpSessions : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, McpSession> _sessions = new(StringComparer.Ordinal);
    private readonly McpFace _face;
    private readonly int _most;
    private readonly TimeSpan _idle;
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;

    public McpSessions(McpFace face, int most, TimeSpan idle, TimeProvider time)
    {
        (_face, _most, _idle, _time) = (face, most, idle, time);
        TimeSpan every = idle < TimeSpan.FromMinutes(1) ? idle : TimeSpan.FromMinutes(1);
        _sweep = time.CreateTimer(_ => _ = EndIdleAsync(), null, every, every);
    }

    public int Count => _sessions.Count;

    /// <summary>A session of a caller's own; null when there is none under that id.</summary>
    public McpSession? Find(string id, Principal caller) => _sessions.TryGetValue(id, out McpSession? session) && session.Owner == caller ? session : null;

    /// <summary>How many of so many one caller may have, so that none keeps out the others.</summary>
    public static int Each(int most) => Math.Max(2, most / 4);

    /// <summary>Opens a session. When there are too many, of the caller or in all, the one of these that was idle longest ends.</summary>
    /// <returns>Null when all are in use.</returns>
    public async Task<McpSession?> OpenAsync(McpCaller caller)
    {
        while (true)
        {
            McpSession[] own = [.. _sessions.Values.Where(s => s.Owner == caller.Principal)];
            McpSession[] crowd = own.Length >= Each(_most) ? own : [.. _sessions.Values];
            if (own.Length < Each(_most) && crowd.Length < _most)
            {
                break;
            }

            if (crowd.Where(s => !s.IsBusy).MaxBy(s => s.Idle) is not { } oldest)
            {
                return null;
            }

            await EndAsync(oldest).ConfigureAwait(false);
        }

        var session = new McpSession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), caller, _face, _time);
        _sessions[session.Id] = session;
        return session;
    }

    /// <summary>Ends a session.</summary>
    public async Task EndAsync(McpSession session)
    {
        if (_sessions.TryRemove(session.Id, out _))
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(_sessions.Values.Select(EndAsync)).ConfigureAwait(false);
    }

    private Task EndIdleAsync() => Task.WhenAll(_sessions.Values.Where(s => s.Idle >= _idle).Select(EndAsync));
}
