using System.Collections.Concurrent;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Calendars;
using OpenTrading.Kernel.Charts;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.MarketStore.Watchlists;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Host.Running;

/// <summary>
/// What plugins are given of a host. It is made before they load, so that they take it while they register; what only a running host has is filled
/// in when that stands, and until then there is none of it.
/// </summary>
internal sealed class PluginServices
{
    private readonly HostConfiguration _configuration;
    private readonly TimeProvider _clock;
    private readonly HomeFolder _home;
    private readonly HistoryKeeper _history;
    private readonly string _states;
    private readonly ConcurrentDictionary<string, PluginStateFile> _stateOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PluginRecordFiles> _recordsOf = new(StringComparer.Ordinal);

    /// <summary>Services over a home.</summary>
    /// <param name="configuration">Instruments, names, the broker's day.</param>
    /// <param name="home">Where prices, lists and states lie.</param>
    /// <param name="clock">Market time.</param>
    public PluginServices(HostConfiguration configuration, HomeFolder home, TimeProvider clock)
    {
        (_configuration, _clock, _home, _states) = (configuration, clock, home, home.PluginStates);
        Store = new SeriesStore(home.Store);
        _history = new HistoryKeeper(Store);
        Market = new MarketReader(Store, () => Plugins().Sources, configuration.Instruments, configuration.BrokerDay, symbol => LiveQuote(symbol), clock, configuration.Naming);
        Calendar = new MergedCalendar(() => Plugins().Calendars, TimeProvider.System);
        Watchlists = new WatchlistFile(home.State, [configuration.Run.Symbol]);
    }

    /// <summary>Imported history.</summary>
    public SeriesStore Store { get; }

    /// <summary>Prices of all sources.</summary>
    public MarketReader Market { get; }

    /// <summary>Economic events of all sources.</summary>
    public MergedCalendar Calendar { get; }

    /// <summary>Named lists of symbols.</summary>
    public WatchlistFile Watchlists { get; }

    /// <summary>The latest pictures.</summary>
    public ChartShelf Charts { get; } = new();

    /// <summary>What happens, to plugins and from them.</summary>
    public EventHub Events { get; } = new();

    /// <summary>The plugins as they are loaded now.</summary>
    public Func<PluginCatalog> Plugins { private get; set; } = () => PluginCatalog.Empty;

    /// <summary>The quote that the session trades on; null where it has none.</summary>
    public Func<string, Quote?> LiveQuote { private get; set; } = _ => null;

    /// <summary>The record of the running host.</summary>
    public IJournal? Journal { private get; set; }

    /// <summary>The record of signals; null until a host runs.</summary>
    public ISignals? Signals { private get; set; }

    /// <summary>Where orders of plugins' callers go; closed until a host runs.</summary>
    public IOrderDesk Orders { private get; set; } = ClosedDesk.Instance;

    /// <summary>What the plugin of an id is given.</summary>
    public IPluginContext For(string pluginId) => new Context(this, pluginId);

    // One a plugin, whatever version of it runs: two would forget what the other one wrote.
    private PluginStateFile StateOf(string pluginId) => _stateOf.GetOrAdd(pluginId, id => new PluginStateFile(_states, id));

    private PluginRecordFiles RecordsOf(string pluginId) => _recordsOf.GetOrAdd(pluginId, id => new PluginRecordFiles(_states, id));

    private sealed class Context(PluginServices services, string pluginId) : IPluginContext
    {
        public TimeProvider Clock => services._clock;

        public TimeProvider Wall => TimeProvider.System;

        public int Seed => services._configuration.Run.Seed;

        public BrokerDay Day => services._configuration.BrokerDay;

        public IBarStore Store => services.Store;

        public IHistoryKeeper History => services._history;

        public IReadOnlyDictionary<string, Instrument> Instruments => services._configuration.Instruments;

        public IMarketData Market => services.Market;

        public IIndicatorCatalog Indicators { get; } = new LoadedIndicators(services);

        public ISignals Signals { get; } = new RecordedSignals(services);

        public IOrderDesk Orders => services.Orders;

        public IEconomicCalendar Calendar => services.Calendar;

        public IWatchlists Watchlists => services.Watchlists;

        public IChartShelf Charts => services.Charts;

        public IPluginState State => services.StateOf(pluginId);

        public IPluginRecords Records => services.RecordsOf(pluginId);

        public IEvents Events => services.Events;

        public IJournalNotes Notes { get; } = new PluginNotes(pluginId, () => services.Journal);

        public string? Secret(string file) => SecretFile.Read(services._home, file);

        public string PathInHome(string path)
        {
            try
            {
                return Path.GetFullPath(path, services._home.Root);
            }
            catch (ArgumentException e)
            {
                throw new FormatException($"'{path}' is no path; name a file or folder.", e);
            }
        }

        public TOptions Options<TOptions>()
            where TOptions : class, new() => services._configuration.PluginSections.Bind<TOptions>(pluginId);
    }

    // A plugin keeps it while others come and go.
    private sealed class LoadedIndicators(PluginServices services) : IIndicatorCatalog
    {
        public IReadOnlyList<IndicatorDefinition> All => services.Plugins().Indicators.All;

        public IndicatorDefinition? Find(string name) => services.Plugins().Indicators.Find(name);

        public IndicatorDefinition Require(string name) => services.Plugins().Indicators.Require(name);
    }

    private sealed class RecordedSignals(PluginServices services) : ISignals
    {
        public IReadOnlyList<RecordedSignal> Newest(string? symbol, int count) => services.Signals?.Newest(symbol, count) ?? [];

        public RecordedSignal Record(SignalDraft draft) => (services.Signals ?? throw new CapabilityException(
            ErrorCode.NotSupported, "No host runs that could record a signal", "Start one with 'opentrading run'.")).Record(draft);
    }
}
