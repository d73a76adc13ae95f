using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Tests.Shared.Contexts;

/// <summary>What a plugin is given where there is nothing: clocks, the indicators of the SDK, a closed desk. Who needs more of a host overrides it.</summary>
internal abstract class BareContext : IPluginContext
{
    public virtual TimeProvider Clock => TimeProvider.System;

    public virtual TimeProvider Wall => TimeProvider.System;

    public int Seed => 1;

    public virtual BrokerDay Day => BrokerDay.NewYorkClose;

    public virtual IBarStore Store => throw new NotSupportedException();

    public virtual IHistoryKeeper History => throw new NotSupportedException();

    public virtual IReadOnlyDictionary<string, Instrument> Instruments { get; } = new Dictionary<string, Instrument>();

    public virtual IMarketData Market => throw new NotSupportedException();

    public virtual IIndicatorCatalog Indicators => IndicatorCatalog.BuiltIn;

    public virtual ISignals Signals => throw new NotSupportedException();

    public virtual IOrderDesk Orders => ClosedDesk.Instance;

    public virtual IEconomicCalendar Calendar => throw new NotSupportedException();

    public virtual IWatchlists Watchlists => throw new NotSupportedException();

    public virtual IChartShelf Charts => throw new NotSupportedException();

    public virtual IPluginState State => throw new NotSupportedException();

    public virtual IPluginRecords Records => throw new NotSupportedException();

    public virtual IJournalNotes Notes => throw new NotSupportedException();

    public virtual IEvents Events => throw new NotSupportedException();

    public virtual string? Secret(string file) => null;

    public virtual string PathInHome(string path) => Path.GetFullPath(path, Path.GetTempPath());

    public TOptions Options<TOptions>()
        where TOptions : class, new() => new();
}
