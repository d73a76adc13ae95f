using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace OpenTrading.Host.Faces.Mcp.Changes;

/// <summary>
/// Tells clients what changed. Before 2026-07-28 a session hears of every list and of the resources it subscribed to; since then a client
/// opens a stream by <c>subscriptions/listen</c> and hears what it asked for.
/// </summary>
internal sealed class ChangeFeed
{
    private const int MostUris = 100;
    private static readonly TimeSpan UpdateEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<McpServer, ConcurrentDictionary<string, byte>> _sessions = new();
    private readonly ConcurrentDictionary<Listener, byte> _listeners = new();
    private readonly Lock _turn = new();
    private bool _isUpdating;
    private bool _hasRung;

    /// <summary>Streams and sessions that are told.</summary>
    public int Count => _sessions.Count + _listeners.Count;

    /// <summary>Adds a session for as long as the returned token is not disposed of.</summary>
    public IDisposable Follow(McpServer session)
    {
        _sessions[session] = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        return new Following(() => _sessions.TryRemove(session, out _));
    }

    /// <summary>Lets a session hear of a resource, or no more.</summary>
    public void Subscribe(string? sessionId, string uri, bool wanted)
    {
        foreach ((McpServer session, ConcurrentDictionary<string, byte> uris) in _sessions)
        {
            if (session.SessionId == sessionId)
            {
                _ = !wanted ? uris.TryRemove(uri, out _) : uris.Count < MostUris && uris.TryAdd(uri, 0);
            }
        }
    }

    /// <summary>Serves a <c>subscriptions/listen</c> until the client leaves.</summary>
    public async ValueTask<EmptyResult> ListenAsync(RequestContext<SubscriptionsListenRequestParams> request, Func<string, bool> isLive, CancellationToken cancellationToken)
    {
        SubscriptionsListenNotifications asked = request.Params?.Notifications ?? new SubscriptionsListenNotifications();
        string[] uris = [.. (asked.ResourceSubscriptions ?? []).Where(isLive).Take(MostUris)];
        var granted = new SubscriptionsListenNotifications
        {
            ToolsListChanged = asked.ToolsListChanged == true ? true : null,
            PromptsListChanged = asked.PromptsListChanged == true ? true : null,
            ResourcesListChanged = asked.ResourcesListChanged == true ? true : null,
            ResourceSubscriptions = uris.Length > 0 ? uris : null,
        };
        var listener = new Listener(request.Server, request.JsonRpcRequest.Id, granted);
        await listener.TellAsync(
            NotificationMethods.SubscriptionsAcknowledgedNotification,
            new JsonObject { ["notifications"] = JsonSerializer.SerializeToNode(granted, McpJsonUtilities.DefaultOptions) }).ConfigureAwait(false);
        _listeners[listener] = 0;
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _listeners.TryRemove(listener, out _);
        }

        return new EmptyResult();
    }

    /// <summary>Tells everyone who wants to know that a list changed.</summary>
    /// <param name="method">Such as <c>notifications/tools/list_changed</c>.</param>
    public Task ListChangedAsync(string method) => Task.WhenAll(
    [
        .. _sessions.Keys.Where(IsOlder).Select(s => TellAsync(s, method, null)),
        .. _listeners.Keys.Where(l => l.Wants(method)).Select(l => l.TellAsync(method, [])),
    ]);

    /// <summary>
    /// Something happened at the desk: lets subscribers hear of it, once a second at most. What happens within that second is told after it. Only ever
    /// begins the telling.
    /// </summary>
    public void Ring()
    {
        lock (_turn)
        {
            _hasRung = true;
            if (_isUpdating)
            {
                return;
            }

            _isUpdating = true;
        }

        _ = UpdateAsync();
    }

    /// <summary>Tells subscribers that live resources have new content.</summary>
    public Task ResourcesUpdatedAsync() => Task.WhenAll(
    [
        .. _sessions.Where(s => IsOlder(s.Key)).SelectMany(s => s.Value.Keys.Select(uri => TellAsync(s.Key, NotificationMethods.ResourceUpdatedNotification, Updated(uri)))),
        .. _listeners.Keys.SelectMany(l => l.Uris.Select(uri => l.TellAsync(NotificationMethods.ResourceUpdatedNotification, Updated(uri)))),
    ]);

    // A fast replay closes thousands of bars a second.
    private async Task UpdateAsync()
    {
        while (HasRung())
        {
            await Task.WhenAll(ResourcesUpdatedAsync(), Task.Delay(UpdateEvery)).ConfigureAwait(false);
        }
    }

    private bool HasRung()
    {
        lock (_turn)
        {
            _isUpdating = _hasRung;
            _hasRung = false;
            return _isUpdating;
        }
    }

    private static bool IsOlder(McpServer session) => session.NegotiatedProtocolVersion is { } version && !ProtocolVersions.IsStateless(version);

    private static JsonObject Updated(string uri) => new() { ["uri"] = uri };

    private static async Task TellAsync(McpServer to, string method, JsonObject? parameters)
    {
        try
        {
            await to.SendMessageAsync(new JsonRpcNotification { Method = method, Params = parameters }).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A client that went away is no reason not to tell the others.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private sealed class Listener(McpServer server, RequestId id, SubscriptionsListenNotifications granted)
    {
        public IEnumerable<string> Uris => granted.ResourceSubscriptions ?? [];

        public bool Wants(string method) => method switch
        {
            NotificationMethods.ToolListChangedNotification => granted.ToolsListChanged == true,
            NotificationMethods.PromptListChangedNotification => granted.PromptsListChanged == true,
            NotificationMethods.ResourceListChangedNotification => granted.ResourcesListChanged == true,
            _ => false,
        };

        public Task TellAsync(string method, JsonObject parameters)
        {
            parameters["_meta"] = new JsonObject { ["io.modelcontextprotocol/subscriptionId"] = JsonSerializer.SerializeToNode(id, McpJsonUtilities.DefaultOptions) };
            return ChangeFeed.TellAsync(server, method, parameters);
        }
    }

    private sealed class Following(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
