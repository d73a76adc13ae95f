using System.Runtime.CompilerServices;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A small market: a store with hand-made series, one feed, a clock that stands still.</summary>
internal sealed class MarketBench : IDisposable
{
    /// <summary>Opening time of the first stored bar: a Monday.</summary>
    public static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-market-").FullName;

    public MarketBench()
    {
        Clock.Now = Start.AddHours(48.5);
        Store = new SeriesStore(Path.Combine(_folder, "store"));
        Directory.CreateDirectory(State);
        Directory.CreateDirectory(Import);
        Market = new MarketReader(Store, () => [Feed], Instruments, BrokerDay.NewYorkClose, _ => Live, Clock, Naming);
    }

    public TestClock Clock { get; } = new();

    public SeriesStore Store { get; }

    public MarketReader Market { get; }

    /// <summary>The quote a session trades on.</summary>
    public Quote? Live { get; set; }

    public HourFeed Feed { get; } = new();

    public string State => Path.Combine(_folder, "state");

    public string Import => Path.Combine(_folder, "import");

    public static MarketNaming Naming { get; } = new() { Aliases = new Dictionary<string, string> { ["GOLD"] = "XAUUSD" } };

    public static IReadOnlyDictionary<string, Instrument> Instruments { get; } = new[]
    {
        Scene.EurUsd with { TypicalSpreadPoints = 10, SwapLong = -6.5m, SwapShort = 1.2m },
        Of("EURGBP", 5, "EUR", "GBP"),
        Of("USDJPY", 3, "USD", "JPY"),
        Of("XAUUSD", 3, "XAU", "USD") with { AssetClass = AssetClass.Metal, ContractSize = 100 },
        Of("TREND1", 5, "SYN", "USD"),
        Of("US500", 1, "US500", "USD") with { AssetClass = AssetClass.Index, ContractSize = 1 },
    }.ToDictionary(i => i.Symbol);

    /// <summary>Hourly bars: bar i opens at 1.10000 + i pips and closes half a pip above; spread one pip, four in the hour of 21:00.</summary>
    public static Bar Hour(int i) => new(
        Start.AddHours(i), Price(110_000 + (10 * i)), Price(110_000 + (10 * i) + 20), Price(110_000 + (10 * i) - 10), Price(110_000 + (10 * i) + 5), 100 + i, i % 24 == 21 ? 0.0004 : 0.0001);

    public void Put(string symbol, Timeframe timeframe, IEnumerable<Bar> bars)
    {
        var key = new SeriesKey(symbol, timeframe);
        using IDisposable held = Store.Lock();
        Store.Write(key, BarSeries.From(symbol, timeframe, key.Source, [.. bars]), 5, [new SourceFile("bars.csv", new string('a', 64))]);
    }

    public void Put(string symbol, IReadOnlyList<Tick> ticks)
    {
        SeriesKey key = SeriesKey.Ticks(symbol);
        using IDisposable held = Store.Lock();
        Store.Write(
            key,
            new TickSeries(symbol, key.Source, [.. ticks.Select(t => t.Time.Ticks)], [.. ticks.Select(t => t.Bid)], [.. ticks.Select(t => t.Ask)], [.. ticks.Select(t => t.Last)], [.. ticks.Select(t => t.Volume)]),
            5,
            [new SourceFile("ticks.csv", new string('b', 64))]);
    }

    /// <summary>Two days of hourly bars without those of 10:00 and 11:00 on the first.</summary>
    public MarketBench WithHours()
    {
        Put("EURUSD", Timeframe.H1, Enumerable.Range(0, 48).Where(i => i is not 10 and not 11).Select(Hour));
        return this;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The nearest double to the printed price, as an importer reads it.
    private static double Price(int points) => points / 100_000.0;

    private static Instrument Of(string symbol, int digits, string from, string to) =>
        new() { Symbol = symbol, Digits = digits, ContractSize = 100_000, BaseCurrency = from, ProfitCurrency = to };

    /// <summary>An invented market without end: a bar of TREND1 opens at 1, closes at 1.001 and has volume 7.</summary>
    internal sealed class HourFeed : IDataSource
    {
        public int Reads { get; private set; }

        public string Name => "synthetic";

        public bool Offers(SeriesKey key) => key.Symbol == "TREND1";

        public BarSeries ReadBars(SeriesKey key, DateTime from, DateTime to)
        {
            Reads++;
            var bars = new List<Bar>();
            TimeSpan length = key.Timeframe!.Value.Length();
            var first = new DateTime((from.Ticks + length.Ticks - 1) / length.Ticks * length.Ticks, DateTimeKind.Utc);
            for (DateTime time = first; time < to; time += length)
            {
                bars.Add(new Bar(time, 1, 1.002, 0.999, 1.001, 7, 0.00008));
            }

            return BarSeries.From(key.Symbol, key.Timeframe.Value, Name, bars);
        }

        public async IAsyncEnumerable<MarketEvent> Follow(IReadOnlyList<SeriesKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
