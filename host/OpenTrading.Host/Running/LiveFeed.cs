using System.Collections.Concurrent;
using System.Text.Json;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running;

/// <summary>What happens in a host, as it happens: bars, quotes, orders, fills, plugins, the kill level. Whoever is too slow to listen is let go.</summary>
internal sealed class LiveFeed : IDisposable
{
    private static readonly TimeSpan KillEvery = TimeSpan.FromSeconds(1);

    private readonly PaperHost _host;
    private readonly ConcurrentDictionary<LiveListener, bool> _listeners = new();
    private readonly ITimer _looking;
    private int _killLevel;

    public LiveFeed(PaperHost host, TimeProvider time)
    {
        _host = host;
        _killLevel = host.Kill.Level;
        host.BarClosed += OnBar;
        host.Session.Ordered += OnOrder;
        host.Desk.Router.Ended += OnOrder;
        host.Desk.Router.Dealt += OnDeal;
        host.Plugins.Changed += OnPlugin;
        _looking = time.CreateTimer(_ => LookAtKillLevel(), null, KillEvery, KillEvery);
    }

    /// <summary>Begins to listen. The first event is how things stand.</summary>
    public LiveListener Listen()
    {
        var listener = new LiveListener();
        listener.TryTake(Event("state", _host.Mailbox.Do(State)));
        _listeners[listener] = true;
        return listener;
    }

    /// <summary>Ends to listen.</summary>
    public void Leave(LiveListener listener) => _listeners.TryRemove(listener, out _);

    public void Dispose()
    {
        _looking.Dispose();
        _host.BarClosed -= OnBar;
        _host.Session.Ordered -= OnOrder;
        _host.Desk.Router.Ended -= OnOrder;
        _host.Desk.Router.Dealt -= OnDeal;
        _host.Plugins.Changed -= OnPlugin;
        foreach (LiveListener listener in _listeners.Keys)
        {
            listener.End();
        }
    }

    private static LiveEvent Event(string name, object data) => new(name, JsonSerializer.SerializeToUtf8Bytes(data, CapabilityJson.Options));

    // Serialised for nobody it would cost the session its time.
    private void Tell(string name, Func<object> data)
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

    private object State()
    {
        BrokerSnapshot snapshot = _host.Broker.Snapshot();
        return new
        {
            _host.Instrument.Symbol,
            _host.Source,
            snapshot.Account.Time,
            snapshot.Account.Equity,
            snapshot.Account.Currency,
            Positions = snapshot.Positions.Count,
            KillLevel = _host.Kill.Level,
        };
    }

    private void OnBar(Bar bar)
    {
        Instrument instrument = _host.Instrument;
        Tell("bar", () => new
        {
            instrument.Symbol,
            _host.Source,
            bar.Time,
            Open = instrument.ToPrice(bar.Open),
            High = instrument.ToPrice(bar.High),
            Low = instrument.ToPrice(bar.Low),
            Close = instrument.ToPrice(bar.Close),
            TickVolume = bar.Volume,
        });
        if (_host.Broker.Quote(instrument.Symbol) is { } quote)
        {
            Tell("quote", () => quote);
        }

        LookAtKillLevel();
    }

    private void OnOrder(Order order) => Tell("order", () => new
    {
        OrderId = order.Id,
        order.Intent.Symbol,
        Kind = Names.Of(order.Intent.Kind),
        Side = Names.Of(order.Intent.Side),
        Lots = order.Intent.Volume,
        order.State,
        Why = order.Violations.Count == 0 ? order.Why : string.Join("; ", order.Violations.Select(v => v.Message)),
    });

    private void OnDeal(ExecutionReport report, Order? order) => Tell("fill", () => new
    {
        report.Time,
        report.Symbol,
        OrderId = order?.Id,
        report.Ticket,
        Side = Names.Of(report.Fill!.Side),
        Lots = report.Fill.Volume,
        report.Fill.Price,
        Reason = Names.Of(report.Fill.Reason),
        report.Fill.Balance,
    });

    private void OnPlugin(PluginChange change) => Tell("plugin", () => new { PluginId = change.Id, change.Next?.Version, InUse = change.Next is not null, change.Why });

    private void LookAtKillLevel()
    {
        int level = _host.Kill.Level;
        if (Interlocked.Exchange(ref _killLevel, level) != level)
        {
            Tell("kill", () => new { Level = level });
        }
    }
}
