using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Benchmarks.Terminals;

/// <summary>What the bridge needs of a host, and no more.</summary>
internal sealed class TerminalContext : IPluginContext, IHistoryKeeper, IJournalNotes, IPluginRecords
{
    public const string Token = "benchmark";

    public TimeProvider Clock => TimeProvider.System;

    public TimeProvider Wall => TimeProvider.System;

    public int Seed => 1;

    public BrokerDay Day => BrokerDay.NewYorkClose;

    public IBarStore Store => throw new NotSupportedException();

    public IHistoryKeeper History => this;

    public IReadOnlyDictionary<string, Instrument> Instruments { get; } = new Dictionary<string, Instrument>
    {
        ["EURUSD"] = new() { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" },
    };

    public IMarketData Market => throw new CapabilityException(ErrorCode.DataUnavailable, "The benchmark has no prices but those it tells", "Tell some.");

    public IIndicatorCatalog Indicators => IndicatorCatalog.BuiltIn;

    public ISignals Signals => throw new NotSupportedException();

    public IOrderDesk Orders => ClosedDesk.Instance;

    public IEconomicCalendar Calendar => throw new NotSupportedException();

    public IWatchlists Watchlists => throw new NotSupportedException();

    public IChartShelf Charts => throw new NotSupportedException();

    public IPluginState State => throw new NotSupportedException();

    public IPluginRecords Records => this;

    public IEvents Events => throw new NotSupportedException();

    public IJournalNotes Notes => this;

    public string? Secret(string file) => Token;

    public string PathInHome(string path) => Path.GetFullPath(path, Path.GetTempPath());

    public IReadOnlyList<string> Read(string file) => [];

    public void Append(string file, IReadOnlyList<string> records)
    {
    }

    public void Replace(string file, IReadOnlyList<string> records)
    {
    }

    public int Keep(BarSeries bars, int digits) => bars.Count;

    public void Write(string type, params IReadOnlyList<(string Name, string? Value)> facts)
    {
    }

    public TOptions Options<TOptions>()
        where TOptions : class, new() => new();
}
