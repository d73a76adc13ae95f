using System.Security.Cryptography;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Calendars;
using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Journal.Checkpoints;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Kernel.Risk.Switches;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.State;

namespace OpenTrading.Host.Running;

/// <summary>A running host: one home, one journal, one paper account of many instruments, one session on one of them. Start-up is replay of the journal.</summary>
internal sealed class PaperHost : IDisposable
{
    private readonly HostConfiguration _configuration;
    private readonly HostLock _lock;
    private readonly AuditJournal _journal;
    private readonly IDataSource _source;
    private readonly SeriesKey _key;
    private readonly WatchedThread _strategyWatch;
    private readonly WatchedThread _ruleWatch;
    private readonly PluginWatcher? _pluginWatch;
    private readonly ITimer _killWatch;
    private readonly LossWatch _lossWatch;
    private readonly DeadlineWatch _deadlineWatch;
    private readonly ExitDesk _exits;
    private readonly AccountFeed _feed;
    private readonly MarketClock _clock;
    private readonly HashSet<string> _warm = new(StringComparer.Ordinal);

    private PaperHost(HostConfiguration configuration, HostLock held, AuditJournal journal, PluginSet plugins, PluginServices services, WatchedThread ruleWatch, JournaledAccount past, ReadSide records, LiveHistory live, JournaledKill kill, HomeFolder home, MarketClock clock)
    {
        (_ruleWatch, Records) = (ruleWatch, records);
        configuration = configuration with
        {
            Risk = configuration.Risk with { Host = new HostStateWatch(configuration, journal, home.Audit, TimeProvider.System).Now, Calendar = new CalendarWatch(services.Calendar, TimeProvider.System).Now },
        };
        _strategyWatch = new WatchedThread("strategies", TimeSpan.FromMilliseconds(configuration.Plugins.BarLimitMs));
        (_configuration, _lock, _journal, Plugins, Past, Home, _clock) = (configuration, held, journal, plugins, past, home, clock);
        Services = services;
        IsFirstStart = past.Instance is null;
        Instrument = configuration.Instruments[configuration.Run.Symbol];
        _key = PaperMarkets.Key(configuration, Instrument.Symbol);
        _source = plugins.Catalog.Sources.FirstOrDefault(s => s.Name == configuration.Run.Source && s.Offers(_key)) ?? throw new DataException(
            _key.ToString(), $"no source offers it as {_key.Source}", $"Import it: opentrading import FILE --symbol {_key.Symbol} --timeframe {_key.Timeframe}.");
        Kill = KillSwitch.Open(home.State, journal, TimeProvider.System, IsFirstStart, configuration.Kill.InitialLevel, kill.Level);
        journal.Failed += e => Kill.Tighten(1, "host", e.Message);

        SessionClock time = new(clock.GetUtcNow().UtcDateTime);
        AccountOptions account = AccountTerms.Account(configuration);
        IReadOnlyList<PricedInstrument> markets = PaperMarkets.Of(configuration, _source, Store);
        StartConditions.RequireMarkets(past.Symbols, markets, home);
        EngineState? state = past.ToEngineState([.. markets.Select(m => m.Setup.Instrument)], account.InitialCash);
        Broker = new SimulatedBroker(account, new MatchingOptions(), markets, time, state);
        IReadOnlyList<NamedStrategy> strategies = new StrategyPicker(plugins.Catalog, configuration).Pick(configuration.Run.Strategies, [], out JournalArray picked);
        string instance = past.Instance ?? NewInstance();
        journal.Append("host", "host.started", Started(configuration, instance, picked, PluginRecords.All(plugins.Catalog)), Durability.Durable);
        Desk = new TradingDesk(Broker, configuration.Instruments, SimulatedRules.Of(configuration.Rules), configuration.Risk, Kill, journal, time, past, instance, Reported, Closes(services.Market).Of);
        Desk.Orders.TakeUp(past.Orders.All);
        _exits = new ExitDesk(records.Exits, Broker, Desk.Orders);
        Session = new Session(new SessionSetup
        {
            Instrument = Instrument,
            Timeframe = configuration.Run.Timeframe,
            Strategies = strategies,
            Voting = VotingMethods.Find(configuration.Run.Voting)!,
            Sizer = SizerSpec.Parse(configuration.Run.Size),
            Desk = Desk.Orders,
            Broker = Broker,
            Market = Broker,
            Exits = _exits,
            Clock = time,
            Journal = journal,
            Watch = _strategyWatch,
        });
        _feed = new AccountFeed(_key, Session, Desk, _exits, time);
        Session.Disabled += fault => plugins.Fail(plugins.Catalog.Strategies[fault.Id].PluginId, $"strategy {fault.Id}: {fault.Why}", fault.NeedsRestart);
        Warm(_key, clock.GetUtcNow().UtcDateTime);
        services.Journal = journal;

        // What a terminal quotes is asked of the terminal: the account's last price would outlive the connection.
        services.LiveQuote = configuration.Run.IsFromTerminal ? _ => null : symbol => Mailbox.Do(() => Broker.Quote(symbol));
        services.Signals = Signals = new SignalDesk(journal, records.Index, records.Signals, services.Market);
        plugins.Handover = new StrategyHandover(configuration, () => plugins.Catalog, Session, Mailbox).Take;
        plugins.Failed += plugin => journal.Append("host", "plugin.failed", PluginRecords.Failure(plugin), Durability.Buffered);
        plugins.Changed += change => journal.Append("host", "plugin.changed", PluginRecords.Change(change), Durability.Buffered);
        Checkpoints = new CheckpointWriter(home.Audit, home.Keys, records.Index, TimeProvider.System);
        Security = new HostSecurity(configuration, home, journal, TimeProvider.System);
        Live = new LiveHost(configuration, plugins, journal, Kill, live, services.Market, Security, instance);
        Capabilities = new HostCapabilities(configuration, plugins, journal, TimeProvider.System, Security.Sessions.IsOpen, dispatcher => HostRooms.Of(this, dispatcher), answers: records.Answers);
        var watch = new KillWatch(Kill, Accounts, TimeProvider.System);
        _lossWatch = new LossWatch(Kill, configuration.Kill.OnLoss, Accounts);
        _deadlineWatch = new DeadlineWatch(Accounts, TimeProvider.System);
        _killWatch = TimeProvider.System.CreateTimer(_ => Look(watch), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        if (configuration.Plugins.Watch)
        {
            _pluginWatch = new PluginWatcher(plugins, TimeProvider.System);
            _pluginWatch.CatchUp();
            WakeCompiler(plugins.Catalog);
        }
    }

    /// <summary>Raised for every bar, after the session ran it, on the account's turn.</summary>
    public event Action<Bar>? BarClosed;

    public AuditJournal Journal => _journal;

    public PluginSet Plugins { get; }

    /// <summary>The journal, to be asked.</summary>
    public ReadSide Records { get; }

    /// <summary>Signs the journal.</summary>
    public CheckpointWriter Checkpoints { get; }

    public JournaledAccount Past { get; }

    public bool IsFirstStart { get; }

    public Instrument Instrument { get; }

    public string Source => _key.Source;

    public SimulatedBroker Broker { get; }

    public TradingDesk Desk { get; }

    public Session Session { get; }

    public KillSwitch Kill { get; }

    /// <summary>Accounts at brokers.</summary>
    public LiveHost Live { get; }

    /// <summary>Every account there is now, the simulated one first.</summary>
    public IEnumerable<SwitchedAccount> Accounts() => Live.Desks.Switched.Prepend(SwitchedAccount.Of(Desk, Mailbox));

    /// <summary>Whose turn it is to touch the account.</summary>
    public Mailbox Mailbox { get; } = new();

    /// <summary>What it keeps.</summary>
    public HomeFolder Home { get; }

    /// <summary>What it runs under.</summary>
    public HostConfiguration Configuration => _configuration;

    /// <summary>Imported history.</summary>
    public SeriesStore Store => Services.Store;

    /// <summary>Prices of all sources.</summary>
    public MarketReader Market => Services.Market;

    /// <summary>What its plugins are given.</summary>
    public PluginServices Services { get; }

    /// <summary>The record of signals.</summary>
    public SignalDesk Signals { get; }

    /// <summary>How AI clients reach this host.</summary>
    public ServedTransports Transports { get; } = new();

    /// <summary>Who may reach this host.</summary>
    public HostSecurity Security { get; }

    /// <summary>What this host can be asked.</summary>
    public HostCapabilities Capabilities { get; }

    /// <summary>Opens the home and brings its account back.</summary>
    /// <exception cref="HomeException">Another host holds the home, or its account belongs to another instrument.</exception>
    /// <exception cref="JournalException">The journal is broken.</exception>
    public static PaperHost Open(HostConfiguration configuration, HomeFolder home)
    {
        StartConditions.RequireFit(configuration);
        HostLock held = HostLock.Take(home);
        AuditJournal? journal = null;
        PluginSet? plugins = null;
        WatchedThread? rules = null;
        ReadSide? records = null;
        try
        {
            var past = new JournaledAccount();
            records = new ReadSide(home, configuration);
            var live = new LiveHistory();
            var kill = new JournaledKill();
            Action<JournalRecord> replay = record => (record.BrokerAccount() is null ? past.Apply : (Action<JournalRecord>)live.Apply)(record);
            journal = AuditJournal.Open(home.Audit, TimeProvider.System, replay + records.Apply + kill.Apply, follow: records.Apply);
            if (journal.State != JournalState.Open)
            {
                throw journal.Failure ?? new JournalException($"{home.Audit}: the journal cannot be continued.");
            }

            records.Complete();
            MarketClock clock = Clock(configuration, home, past);
            rules = new WatchedThread("risk rules of plugins", BoundRule.ForeignLimit);
            var services = new PluginServices(configuration, home, clock);
            plugins = HostPlugins.Load(ref configuration, home, services, rules);
            return new PaperHost(configuration, held, journal, plugins, services, rules, past, records, live, kill, home, clock);
        }
        catch
        {
            plugins?.Dispose();
            rules?.Dispose();
            journal?.Dispose();
            records?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Bars as they close, each run through the session before it is handed out.</summary>
    public async IAsyncEnumerable<Bar> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _clock.Run();
        IReadOnlyList<SeriesKey> keys = AccountFeed.Keys(_key, Broker.Markets);
        await foreach (MarketEvent e in _source.Follow(keys, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            bool isOwn = e.Key == _key;
            Mailbox.Do(() =>
            {
                if (!e.IsTick)
                {
                    // The history of a terminal is there once the terminal is, and that is with its first bar at the latest.
                    Warm(e.Key, e.Bar.Time);
                    Kill.Poll();
                }

                _feed.Take(e);
                if (isOwn)
                {
                    BarClosed?.Invoke(e.Bar);
                }
            });
            Services.Events.Hear(e);
            if (isOwn)
            {
                yield return e.Bar;
            }
        }
    }

    /// <summary>Journals a replay that another process of this home has finished.</summary>
    public void RecordReplay(string run, string sha256) =>
        _journal.Append("host", "replay.recorded", ReplayRun.Recorded(run, sha256), Durability.Durable);

    public void Dispose()
    {
        _killWatch.Dispose();
        Live.Dispose();
        _pluginWatch?.Dispose();
        Security.Dispose();
        Capabilities.Dispose();
        if (_journal.State == JournalState.Open)
        {
            _journal.Append("host", "session.stopped", new() { ["marketTime"] = Broker.Snapshot().Account.Time }, Durability.Durable);
        }

        // What is left to sign is known once the last record is on disk.
        _journal.Dispose();
        Records.Dispose();
        Checkpoints.Dispose();
        Plugins.Dispose();
        _strategyWatch.Dispose();
        _ruleWatch.Dispose();
        _lock.Dispose();
    }

    // Strategies see the past of the session's instrument; declared exits that of any, for some count bars or measure their range.
    private void Warm(SeriesKey key, DateTime now)
    {
        if (_warm.Contains(key.Symbol))
        {
            return;
        }

        DateTime from = now - (_configuration.Run.Timeframe.Length() * _configuration.Run.WarmupBars);
        from = Records.Exits.Oldest is { } oldest && oldest < from ? oldest : from;
        BarSeries bars;
        try
        {
            bars = _source.ReadBars(key, from, now);
        }
        catch (DataException) when (_configuration.Run.IsFromTerminal || key != _key)
        {
            return;
        }

        _warm.Add(key.Symbol);
        for (int i = 0; i < bars.Count; i++)
        {
            if (key == _key)
            {
                Session.Warm(bars[i]);
            }
            else if (Broker.Market(key.Symbol)?.Setup.Instrument is { } instrument)
            {
                _exits.Warm(instrument, bars[i]);
            }
        }
    }

    private void Look(KillWatch kill)
    {
        Guard.Once(_lossWatch, _lossWatch.Look);
        Guard.Once(_deadlineWatch, _deadlineWatch.Look);
        Guard.Once(kill, kill.Look);
    }

    private static CloseBook Closes(MarketReader market) => new(symbol => market.Bars(market.Resolve(symbol), Timeframe.D1, CloseBook.Kept), TimeProvider.System);

    // Hours are the broker's to say; units stay those that the account was opened with.
    private Instrument Reported(Instrument known) =>
        _configuration.Run.IsFromTerminal && _source.Find(known)?.Instrument.Sessions is { Count: > 0 } sessions ? known with { Sessions = sessions } : known;

    // Whoever has scripts is about to save one; the compiler's first second passes before that.
    private static void WakeCompiler(PluginCatalog plugins)
    {
        if (plugins.Plugins.Any(p => p.File is { IsShipped: false, Kind: PluginKind.Script }))
        {
            _ = Task.Run(ScriptBuilder.Wake);
        }
    }

    private static MarketClock Clock(HostConfiguration configuration, HomeFolder home, JournaledAccount past)
    {
        DateTime start = configuration.Run.Source == "file" ? FirstStored(configuration, home) : TimeProvider.System.GetUtcNow().UtcDateTime;
        double speed = configuration.Run.IsFromTerminal ? 1 : configuration.Run.Speed;
        var clock = new MarketClock(past.LastMarketTime > start ? past.LastMarketTime : start, speed, TimeProvider.System);
        if (configuration.Run.IsFromTerminal)
        {
            // A terminal's time is the wall's; it waits for nobody.
            clock.Run();
        }

        return clock;
    }

    private static DateTime FirstStored(HostConfiguration configuration, HomeFolder home)
    {
        var key = new SeriesKey(configuration.Run.Symbol, configuration.Run.Timeframe);
        StoredSeries stored = new SeriesStore(home.Store).Find(key) ?? throw new DataException(
            key.ToString(), "nothing is stored under it", $"Import it: opentrading import FILE --symbol {key.Symbol} --timeframe {key.Timeframe}.");
        return stored.From + (configuration.Run.Timeframe.Length() * configuration.Run.WarmupBars);
    }

    private static string NewInstance() => RandomNumberGenerator.GetString("0123456789abcdefghijklmnopqrstuvwxyz", 4);

    private static JournalPayload Started(HostConfiguration configuration, string instance, JournalArray strategies, JournalArray plugins) => new()
    {
        ["version"] = HostVersion.Text,
        ["instance"] = instance,
        ["environment"] = "paper",
        ["symbol"] = configuration.Run.Symbol,
        ["timeframe"] = configuration.Run.Timeframe.ToString(),
        ["source"] = PaperMarkets.Key(configuration, configuration.Run.Symbol).Source,
        ["strategies"] = strategies,
        ["plugins"] = plugins,
        ["configHash"] = configuration.Risk.ConfigHash,
    };
}
