using OpenTrading.Kernel.Calendars;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared.Markets;

namespace OpenTrading.Features.Tests.Support;

/// <summary>A store with recorded prices, read by the host's own reader, at the moment the newest EURUSD bar has closed: a Friday in March 2022.</summary>
public sealed class RecordedMarket : IDisposable
{

    public RecordedMarket()
    {
        Store = new SeriesStore(Folder);
        Put("EURUSD_H4.csv", "EURUSD", Timeframe.H4, 14_400);
        Put("XAUUSD_H4.csv", "XAUUSD", Timeframe.H4, 3000);
        Put("GBPUSD_H4.csv", "GBPUSD", Timeframe.H4, 3000);
        Put("USDJPY_H4.csv", "USDJPY", Timeframe.H4, 150);
        Bars = RecordedBars.EurUsd;
        Clock = new FixedClock(Bars[Bars.Count - 1].Time.AddHours(4.5));
        Market = new MarketReader(Store, () => [], Instruments, BrokerDay.NewYorkClose, _ => null, Clock);
    }

    /// <summary>Where its prices lie.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("opentrading-features-").FullName;

    public SeriesStore Store { get; }

    public FixedClock Clock { get; }

    public MarketReader Market { get; }

    /// <summary>Economic events; none, and no source of any, unless a test brings some.</summary>
    public IEconomicCalendar Calendar { get; set; } = new MergedCalendar(() => [], TimeProvider.System);

    /// <summary>The orders and positions of the desk; closed unless a test opens one.</summary>
    public IOrderDesk Orders { get; set; } = ClosedDesk.Instance;

    /// <summary>All four-hour bars of EURUSD.</summary>
    public BarSeries Bars { get; }

    public static IReadOnlyDictionary<string, Instrument> Instruments { get; } = new[]
    {
        Of("EURUSD", 5, "EUR", "USD"), Of("GBPUSD", 5, "GBP", "USD"), Of("USDJPY", 3, "USD", "JPY"), Of("USDCHF", 5, "USD", "CHF"),
        Of("XAUUSD", 2, "XAU", "USD") with { AssetClass = AssetClass.Metal, ContractSize = 100 },
    }.ToDictionary(i => i.Symbol);

    /// <summary>What a plugin is given over this market.</summary>
    internal RecordedContext Context(params string[] watchlist) => new RecordedContext(this, watchlist);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Put(string file, string symbol, Timeframe timeframe, int newest)
    {
        BarSeries bars = RecordedBars.Read(file, symbol, timeframe, newest);
        using IDisposable held = Store.Lock();
        Store.Write(new SeriesKey(symbol, timeframe), bars, Instruments[symbol].Digits, [new SourceFile(file, new string('a', 64))]);
    }

    private static Instrument Of(string symbol, int digits, string from, string to) =>
        new() { Symbol = symbol, Digits = digits, ContractSize = 100_000, BaseCurrency = from, ProfitCurrency = to };

    public sealed class FixedClock(DateTime now) : TimeProvider
    {
        public DateTime Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
