using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Host.Plugins;

/// <summary>
/// Where brokers of a plugin wait to be taken. The running host takes them once, each for a router of its own; whoever asks after that finds nothing.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class BrokerHandover
{
    private readonly Lock _handing = new();
    private readonly List<(IBroker Broker, IRemoteBroker View)> _waiting = [];
    private Action<IBroker, IRemoteBroker>? _taker;

    /// <summary>Whether the plugin has handed over any.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Hands one over.</summary>
    public void Give(IBroker broker, IRemoteBroker view)
    {
        lock (_handing)
        {
            IsUsed = true;
            if (_taker is null)
            {
                _waiting.Add((broker, view));
                return;
            }
        }

        _taker(broker, view);
    }

    /// <summary>Takes all that wait and all that come.</summary>
    /// <exception cref="InvalidOperationException">They are taken already.</exception>
    public void TakeAll(Action<IBroker, IRemoteBroker> taker)
    {
        (IBroker Broker, IRemoteBroker View)[] waiting;
        lock (_handing)
        {
            _taker = _taker is null ? taker : throw new InvalidOperationException("These brokers are taken.");
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach ((IBroker broker, IRemoteBroker view) in waiting)
        {
            taker(broker, view);
        }
    }
}
