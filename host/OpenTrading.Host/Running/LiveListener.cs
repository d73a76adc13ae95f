using System.Threading.Channels;

namespace OpenTrading.Host.Running;

/// <summary>One who listens: events wait here until they are read, up to a bound.</summary>
internal sealed class LiveListener
{
    private const int MostWaiting = 512;

    private readonly Channel<LiveEvent> _waiting = Channel.CreateBounded<LiveEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>What happened. Ends when the host does, or when this listener fell behind.</summary>
    public ChannelReader<LiveEvent> Events => _waiting.Reader;

    /// <summary>Whether it fell behind and was let go: what it would still read has a gap.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Hands an event over.</summary>
    /// <returns>False when it is too far behind.</returns>
    public bool TryTake(LiveEvent live)
    {
        if (_waiting.Writer.TryWrite(live))
        {
            return true;
        }

        IsBehind = true;
        End();
        return false;
    }

    /// <summary>Hands nothing over any more.</summary>
    public void End() => _waiting.Writer.TryComplete();
}
