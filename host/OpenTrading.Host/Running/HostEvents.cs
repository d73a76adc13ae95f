using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running;

/// <summary>Tells of a host what happens in it: bars, quotes, orders, fills, bookings of money, plugins, the kill level, and what plugins tell.</summary>
internal sealed class HostEvents : IDisposable
{
    private static readonly TimeSpan KillEvery = TimeSpan.FromSeconds(1);

    private readonly PaperHost _host;
    private readonly ITimer _looking;
    private int _killLevel;

    public HostEvents(PaperHost host, TimeProvider time)
    {
        _host = host;
        Feed = new LiveFeed(() => host.Mailbox.Do(State));
        _killLevel = host.Kill.Level;
        host.BarClosed += OnBar;
        host.Session.Ordered += OnOrder;
        host.Desk.Router.Ended += OnOrder;
        host.Desk.Router.Dealt += OnDeal;
        host.Live.Desks.Follow(desk => desk.State.Booked += OnBooking);
        host.Plugins.Changed += OnPlugin;
        host.Services.Events.Told += OnTold;
        _looking = time.CreateTimer(_ => LookAtKillLevel(), null, KillEvery, KillEvery);
    }

    /// <summary>Where it is told.</summary>
    public LiveFeed Feed { get; }

    public void Dispose()
    {
        _looking.Dispose();
        _host.BarClosed -= OnBar;
        _host.Session.Ordered -= OnOrder;
        _host.Desk.Router.Ended -= OnOrder;
        _host.Desk.Router.Dealt -= OnDeal;
        foreach (LiveDesk desk in _host.Live.Desks.All)
        {
            desk.State.Booked -= OnBooking;
        }

        _host.Plugins.Changed -= OnPlugin;
        _host.Services.Events.Told -= OnTold;
        Feed.Dispose();
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
        Feed.Tell("bar", () => new
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
            Feed.Tell("quote", () => quote);
        }

        LookAtKillLevel();
    }

    private void OnOrder(Order order) => Feed.Tell("order", () => new
    {
        OrderId = order.Id,
        order.Intent.Symbol,
        Kind = Names.Of(order.Intent.Kind),
        Side = Names.Of(order.Intent.Side),
        Lots = order.Intent.Volume,
        order.State,
        Why = order.Violations.Count == 0 ? order.Why : string.Join("; ", order.Violations.Select(v => v.Message)),
    });

    private void OnDeal(ExecutionReport report, Order? order) => Feed.Tell("fill", () => new
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

    private void OnBooking(ExecutionReport report, decimal shift) => Feed.Tell("booking", () => new
    {
        report.Time,
        Kind = report.Booking,
        report.Amount,
        report.Balance,
        ReferencesMovedBy = shift,
    });

    private void OnPlugin(PluginChange change) => Feed.Tell("plugin", () => new { PluginId = change.Id, change.Next?.Version, InUse = change.Next is not null, change.Why });

    private void OnTold(string name, IReadOnlyDictionary<string, object?> facts) => Feed.Tell(name, () => facts);

    private void LookAtKillLevel()
    {
        int level = _host.Kill.Level;
        if (Interlocked.Exchange(ref _killLevel, level) != level)
        {
            Feed.Tell("kill", () => new { Level = level });
        }
    }
}
