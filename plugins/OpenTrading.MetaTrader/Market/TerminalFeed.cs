using System.Threading.Channels;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Market;

/// <summary>
/// Bars and ticks of terminals as they come, for one who follows them. What happened while no terminal was there is read from its history when one is
/// there again, before anything newer is told.
/// </summary>
internal sealed class TerminalFeed : IAsyncDisposable
{
    private const int MostWaiting = 200_000;

    private readonly TerminalSource _source;
    private readonly Platform _platform;
    private readonly Bridge _bridge;
    private readonly IPluginContext _context;
    private readonly FollowedSeries[] _series;
    private readonly Lock _gate = new();
    private readonly HashSet<Terminal> _heard = [];
    private readonly List<Action> _undo = [];
    private readonly Channel<MarketEvent> _events = Channel.CreateBounded<MarketEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly CancellationTokenSource _ending = new();

    /// <summary>Begins to follow.</summary>
    public TerminalFeed(TerminalSource source, Platform platform, Bridge bridge, IPluginContext context, IReadOnlyList<SeriesKey> keys)
    {
        (_source, _platform, _bridge, _context) = (source, platform, bridge, context);
        DateTime now = context.Wall.GetUtcNow().UtcDateTime;
        _series = [.. keys.Select(key => source.Offers(key) ? new FollowedSeries(key, now, context.Day) : throw new DataException(
            key.ToString(), $"{source.Name} has no such series", "Name a symbol that the host or the terminal knows."))];
        bridge.Terminals.Appeared += Hear;
        foreach (Terminal terminal in bridge.Terminals.All)
        {
            Hear(terminal);
        }
    }

    /// <summary>What happens, in order, until cancelled.</summary>
    public IAsyncEnumerable<MarketEvent> ReadAsync(CancellationToken cancellationToken) => _events.Reader.ReadAllAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _bridge.Terminals.Appeared -= Hear;
        await _ending.CancelAsync().ConfigureAwait(false);
        lock (_gate)
        {
            _undo.ForEach(undo => undo());
        }

        _events.Writer.TryComplete();
        _ending.Dispose();
    }

    private void Hear(Terminal terminal)
    {
        lock (_gate)
        {
            if (terminal.Platform != _platform || !_heard.Add(terminal))
            {
                return;
            }
        }

        void Left(Terminal _) => Hold();
        void Bar(string symbol, Timeframe timeframe, BarRow row) => OnBar(terminal, symbol, timeframe, row);
        void Tick(string symbol, Tick tick) => OnTick(terminal, symbol, tick);

        terminal.Ready += CatchUp;
        terminal.Lost += Left;
        terminal.BarClosed += Bar;
        terminal.Quotes.Ticked += Tick;
        lock (_gate)
        {
            _undo.Add(() =>
            {
                terminal.Ready -= CatchUp;
                terminal.Lost -= Left;
                terminal.BarClosed -= Bar;
                terminal.Quotes.Ticked -= Tick;
            });
        }

        if (terminal.IsReady)
        {
            CatchUp(terminal);
        }
    }

    private void Hold()
    {
        lock (_gate)
        {
            foreach (FollowedSeries series in _series)
            {
                series.Hold();
            }
        }
    }

    private void OnBar(Terminal terminal, string symbol, Timeframe timeframe, BarRow row)
    {
        if (!ReferenceEquals(_source.Current, terminal) || terminal.Symbols.Sheet(symbol) is not { } sheet)
        {
            return;
        }

        Bar bar = row.ToBar(_bridge.Time, terminal.Offset, sheet.Instrument.Point);
        if (bar.IsSound)
        {
            Tell(s => s.Key.Timeframe == timeframe && terminal.Symbols.NameOf(s.Key.Symbol) == symbol, s => s.Take(bar));
        }
    }

    private void OnTick(Terminal terminal, string symbol, Tick tick)
    {
        if (_series.Any(s => s.Key.IsTicks) && ReferenceEquals(_source.Current, terminal))
        {
            Tell(s => s.Key.IsTicks && terminal.Symbols.NameOf(s.Key.Symbol) == symbol, s => s.Take(tick));
        }
    }

    private void Tell(Func<FollowedSeries, bool> which, Func<FollowedSeries, IEnumerable<MarketEvent>> take)
    {
        lock (_gate)
        {
            foreach (FollowedSeries series in _series.Where(which))
            {
                foreach (MarketEvent e in take(series))
                {
                    // Whoever is this far behind is not served by more; the gap shows in the times.
                    _events.Writer.TryWrite(e);
                }
            }
        }
    }

    private void CatchUp(Terminal terminal)
    {
        if (ReferenceEquals(_source.Current, terminal))
        {
            _ = CatchUpAsync(terminal);
        }
    }

    private async Task CatchUpAsync(Terminal terminal)
    {
        try
        {
            Session session = terminal.Require();
            foreach (FollowedSeries series in _series)
            {
                // A broker need not have every symbol that is followed; one that appears later is found when the terminal is ready again.
                if (terminal.Symbols.NameOf(series.Key.Symbol) is not { } name)
                {
                    continue;
                }

                bool isNew = series.Key.Timeframe is { } followed ? terminal.Subscriptions.AddBars(name, followed) : terminal.Subscriptions.AddTicks([name]);
                if (isNew)
                {
                    terminal.Subscriptions.Send(session);
                }

                await CatchUpAsync(terminal, name, series).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or TimeoutException or RefusedException or ProtocolException or DataException or OperationCanceledException)
        {
            // The link broke again, or the symbol is not there: the next terminal that is ready tries anew.
            if (!_ending.IsCancellationRequested)
            {
                _context.Notes.Write("ea.feed", ("account", terminal.Account), ("why", e.Message));
            }
        }
    }

    private async Task CatchUpAsync(Terminal terminal, string name, FollowedSeries series)
    {
        DateTime now = _context.Wall.GetUtcNow().UtcDateTime.AddDays(1);
        if (series.Key.Timeframe is { } timeframe)
        {
            List<Bar> bars = await _bridge.History.ReadBarsAsync(terminal, name, timeframe, series.From, now, _ending.Token).ConfigureAwait(false);
            Tell(s => ReferenceEquals(s, series), s => s.CatchUp(bars));
        }
        else
        {
            // MT4 keeps no ticks: what passed meanwhile is lost, and prices go on with the next one.
            List<Tick> ticks = _platform == Platform.Mt4 ? [] : await _bridge.History.ReadTicksAsync(terminal, name, series.From, now, _ending.Token).ConfigureAwait(false);
            Tell(s => ReferenceEquals(s, series), s => s.CatchUp(ticks));
        }
    }
}
