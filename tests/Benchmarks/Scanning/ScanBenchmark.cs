using OpenTrading.Benchmarks.Harness;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Scanner.Scans;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Benchmarks.Scanning;

/// <summary>A scan of 30 symbols on 5 timeframes, more than 20 readings of each, with bars in memory. The symbols are one recording under thirty names.</summary>
internal sealed class ScanBenchmark : IBenchmark
{
    private const int Symbols = 30;
    private const int Runs = 7;
    private static readonly Timeframe[] Frames = [Timeframe.H1, Timeframe.H2, Timeframe.H4, Timeframe.H8, Timeframe.D1];

    public string Name => "scan";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        var market = new ManyMarkets(workspace.Store.ReadBars(Workspace.Eurusd), Symbols);
        var scan = new MarketScan(new MarketReadings(market));
        Preset preset = Preset.Find(Preset.Usual)!;
        Measure();
        report.Add("scan, 30 symbols x 5 timeframes, wall", "ms", Enumerable.Range(0, Runs).Select(_ => Measure()), Limit.AtMost(1000));

        double Measure()
        {
            int found = 0;
            Lap lap = Lap.Of(() => found = scan.Run(market.Names, Frames, preset, new Progress<JobProgress>(), CancellationToken.None).Found.Count);
            return found == Symbols ? lap.Wall.TotalMilliseconds : throw new InvalidOperationException($"{found} of {Symbols} symbols were read");
        }
    }

    private sealed class ManyMarkets : IPluginContext, IMarketData, ISignals
    {
        private readonly Dictionary<Timeframe, BarSeries> _bars;
        private readonly Dictionary<string, MarketSymbol> _symbols;

        public ManyMarkets(BarSeries hours, int count)
        {
            _bars = Frames.Append(Timeframe.W1).Append(Timeframe.MN1).ToDictionary(t => t, t => t == hours.Timeframe ? hours : BarAggregator.Aggregate(hours, t, Day));
            _symbols = Enumerable.Range(0, count).Select(i => $"SYM{i}").ToDictionary(
                name => name,
                name => new MarketSymbol(new Instrument { Symbol = name, Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD", TypicalSpreadPoints = 10 }, $"file:{name}"));
            Now = hours[hours.Count - 1].Time.AddHours(1);
        }

        public string[] Names => [.. _symbols.Keys];

        public DateTime Now { get; }

        public IReadOnlyList<MarketSymbol> Symbols => [.. _symbols.Values];

        public TimeProvider Clock => TimeProvider.System;

        public TimeProvider Wall => TimeProvider.System;

        public int Seed => 1;

        public BrokerDay Day => BrokerDay.NewYorkClose;

        public IBarStore Store => throw new NotSupportedException();

        public IHistoryKeeper History => throw new NotSupportedException();

        public IReadOnlyDictionary<string, Instrument> Instruments => throw new NotSupportedException();

        public IMarketData Market => this;

        public IIndicatorCatalog Indicators => IndicatorCatalog.BuiltIn;

        public ISignals Signals => this;

        public IOrderDesk Orders => ClosedDesk.Instance;

        public IWatchlists Watchlists => throw new NotSupportedException();

        public IEconomicCalendar Calendar => throw new NotSupportedException();

        public IChartShelf Charts => throw new NotSupportedException();

        public string PathInHome(string path) => throw new NotSupportedException();

        public IPluginState State => throw new NotSupportedException();

        public IPluginRecords Records => throw new NotSupportedException();

        public IEvents Events => throw new NotSupportedException();

        public IJournalNotes Notes => throw new NotSupportedException();

        public string? Secret(string file) => null;

        public TOptions Options<TOptions>()
            where TOptions : class, new() => new();

        public MarketSymbol Resolve(string symbol) => _symbols[symbol];

        public MarketBars Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from = null, DateTime? to = null)
        {
            BarSeries bars = _bars[timeframe];
            return new MarketBars(symbol, bars.Slice(Math.Max(0, bars.Count - count), bars.Count), null);
        }

        public Quote Quote(MarketSymbol symbol)
        {
            decimal bid = symbol.Instrument.ToPrice(_bars[Timeframe.H1].Close[^1]);
            return new Quote(symbol.Instrument.Symbol, bid, bid + 0.0001m, Now, symbol.Source);
        }

        public IReadOnlyList<RecordedSignal> Newest(string? symbol, int count) => [];

        public RecordedSignal Record(SignalDraft draft) => throw new NotSupportedException();
    }
}
