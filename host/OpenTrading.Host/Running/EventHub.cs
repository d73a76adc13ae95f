using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Running;

/// <summary>Between the host and its plugins: hands them what the market told, and hands on what they tell. Neither side waits for the other.</summary>
internal sealed partial class EventHub : IEvents
{
    private const int MostWaiting = 65_536;

    private static readonly HashSet<string> HostEvents = new(StringComparer.Ordinal) { "state", "bar", "quote", "order", "fill", "booking", "plugin", "kill" };

    private readonly ConcurrentDictionary<Channel<MarketEvent>, bool> _followers = new();

    /// <summary>Raised for what a plugin tells: name and facts.</summary>
    public event Action<string, IReadOnlyDictionary<string, object?>>? Told;

    /// <summary>Hands on what the market told.</summary>
    public void Hear(in MarketEvent e)
    {
        foreach ((Channel<MarketEvent> follower, _) in _followers)
        {
            follower.Writer.TryWrite(e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MarketEvent> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = Channel.CreateBounded<MarketEvent>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        _followers[waiting] = true;
        try
        {
            await foreach (MarketEvent e in waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return e;
            }
        }
        finally
        {
            _followers.TryRemove(waiting, out _);
        }
    }

    /// <inheritdoc/>
    public void Tell(string name, params IReadOnlyList<(string Name, object? Value)> facts)
    {
        if (!Form().IsMatch(name) || HostEvents.Contains(name))
        {
            throw new ArgumentException($"'{name}' is no event that a plugin may tell; take one word in small letters, such as 'alert'.", nameof(name));
        }

        Told?.Invoke(name, facts.ToDictionary(f => f.Name, f => f.Value));
    }

    [GeneratedRegex(@"\A[a-z][a-z_]{0,31}\z")]
    private static partial Regex Form();
}
