using OpenTrading.Sdk.Data;

namespace OpenTrading.Sdk.Plugins;

/// <summary>What happens in the host while it happens, and where a plugin tells what happened to it.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IEvents
{
    /// <summary>
    /// Bars as they close and ticks as they happen, of the instruments that the host's account trades, until cancelled. Who reads too slowly misses the
    /// oldest; the host waits for nobody. A command without a running host has none.
    /// </summary>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<MarketEvent> FollowAsync(CancellationToken cancellationToken);

    /// <summary>Tells everybody who listens: live events over REST, and MCP clients that subscribed to something. Nobody is waited for.</summary>
    /// <param name="name">Kind of event, one word in small letters such as <c>alert</c>, at most 32 characters.</param>
    /// <param name="facts">Named facts: texts, numbers, flags, UTC times; null for one that is not known.</param>
    /// <exception cref="ArgumentException">The name has another form, or is one of the host's own events.</exception>
    void Tell(string name, params IReadOnlyList<(string Name, object? Value)> facts);
}
