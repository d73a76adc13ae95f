using OpenTrading.MetaTrader.Tests.Support;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>What the bridge needs of a host, and no more.</summary>
internal sealed class BridgeContext : IPluginContext, IHistoryKeeper
{
    /// <summary>Token that terminals show.</summary>
    public const string Token = "end-to-end";

    public NoteLog Log { get; } = new();

    public TimeProvider Clock => TimeProvider.System;

    public TimeProvider Wall => TimeProvider.System;

    public int Seed => 1;

    public BrokerDay Day => BrokerDay.NewYorkClose;

    public IBarStore Store => throw new NotSupportedException();

    public IHistoryKeeper History => this;

    public IReadOnlyDictionary<string, Instrument> Instruments { get; } = new[]
    {
        new Instrument { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" },
        new Instrument { Symbol = "GBPUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "GBP", ProfitCurrency = "USD" },
        new Instrument { Symbol = "XAUUSD", Digits = 2, ContractSize = 100, BaseCurrency = "XAU", ProfitCurrency = "USD" },
    }.ToDictionary(i => i.Symbol);

    public IMarketData Market => throw new NotSupportedException();

    public IIndicatorCatalog Indicators => IndicatorCatalog.BuiltIn;

    public ISignals Signals => throw new NotSupportedException();

    public IOrderDesk Orders => ClosedDesk.Instance;

    public IEconomicCalendar Calendar => throw new NotSupportedException();

    public IWatchlists Watchlists => throw new NotSupportedException();

    public IChartShelf Charts => throw new NotSupportedException();

    public IPluginState State => throw new NotSupportedException();

    public IPluginRecords Records => throw new NotSupportedException();

    public IEvents Events => throw new NotSupportedException();

    public IJournalNotes Notes => Log;

    public string? Secret(string file) => Token;

    public string PathInHome(string path) => Path.GetFullPath(path, Path.GetTempPath());

    public int Keep(BarSeries bars, int digits) => bars.Count;

    public TOptions Options<TOptions>()
        where TOptions : class, new() => new();
}
