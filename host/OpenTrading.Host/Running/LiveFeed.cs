using System.Collections.Concurrent;
using System.Text.Json;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Running;

/// <summary>Hands live events to all who listen. Whoever is too slow to listen is let go, so that nobody waits for anybody.</summary>
/// <param name="state">How things stand; the first event of everybody who begins to listen.</param>
internal sealed class LiveFeed(Func<object> state) : IDisposable
{
    private readonly ConcurrentDictionary<LiveListener, bool> _listeners = new();

    /// <summary>Begins to listen.</summary>
    public LiveListener Listen()
    {
        var listener = new LiveListener();
        listener.TryTake(Event("state", state()));
        _listeners[listener] = true;
        return listener;
    }

    /// <summary>Ends to listen.</summary>
    public void Leave(LiveListener listener) => _listeners.TryRemove(listener, out _);

    /// <summary>Tells what happened.</summary>
    /// <param name="name">Kind of event.</param>
    /// <param name="data">What is told; not asked for when nobody listens, for it costs the session its time.</param>
    public void Tell(string name, Func<object> data)
    {
        if (_listeners.IsEmpty)
        {
            return;
        }

        LiveEvent live = Event(name, data());
        foreach (LiveListener listener in _listeners.Keys)
        {
            if (!listener.TryTake(live))
            {
                Leave(listener);
            }
        }
    }

    /// <summary>Ends every listener.</summary>
    public void Dispose()
    {
        foreach (LiveListener listener in _listeners.Keys)
        {
            listener.End();
        }
    }

    private static LiveEvent Event(string name, object data) => new(name, JsonSerializer.SerializeToUtf8Bytes(data, CapabilityJson.Options));
}
