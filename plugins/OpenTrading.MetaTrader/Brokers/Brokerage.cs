using System.Collections.Concurrent;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>The accounts of all terminals as brokers, each as soon as its books were read.</summary>
internal sealed class Brokerage : IBrokerage, IAsyncDisposable
{
    private readonly ConcurrentBag<TerminalBroker> _all = [];
    private readonly Lock _gate = new();
    private readonly List<TerminalBroker> _ready = [];
    private Action<IBroker>? _take;

    /// <summary>A brokerage over the terminals of a bridge.</summary>
    public Brokerage(BridgeOptions options, TerminalSet terminals, Func<IJournalNotes> notes, TimeProvider wall) => terminals.Appeared += terminal =>
    {
        var broker = new TerminalBroker(terminal, options.Magic, notes, wall);
        _all.Add(broker);
        terminal.Ready += _ => HandOver(broker);
    };

    /// <inheritdoc/>
    public string Name => "metatrader";

    /// <inheritdoc/>
    public void Open(Action<IBroker> take)
    {
        TerminalBroker[] ready;
        lock (_gate)
        {
            if (_take is not null)
            {
                throw new InvalidOperationException("The brokers of MetaTrader have been handed over already; there is one order router an account.");
            }

            _take = take;
            ready = [.. _ready];
        }

        foreach (TerminalBroker broker in ready)
        {
            take(broker);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (TerminalBroker broker in _all)
        {
            await broker.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void HandOver(TerminalBroker broker)
    {
        Action<IBroker>? take;
        lock (_gate)
        {
            if (_ready.Contains(broker))
            {
                return;
            }

            _ready.Add(broker);
            take = _take;
        }

        take?.Invoke(broker);
    }
}
