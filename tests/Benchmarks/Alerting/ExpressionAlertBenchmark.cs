using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Watching;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.Benchmarks.Scanning;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Benchmarks.Alerting;

/// <summary>What 10,000 alerts on indicators of one market cost: to start them all, at a tick between two closes, at a look for closed bars, and when a bar has closed.</summary>
internal sealed class ExpressionAlertBenchmark : IBenchmark
{
    private const int Alerts = 10_000;
    private const int Ticks = 200_000;
    private const int Runs = 25;

    public string Name => "alerts on expressions";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        var market = new AlertedMarket(workspace.Store.ReadBars(Workspace.Eurusd), Runs);
        MarketSymbol symbol = market.Symbols[0];
        var engine = new AlertEngine(market, new AlertBook(market, Alerts));
        for (int i = 0; i < Alerts; i++)
        {
            engine.Add(
                new Alert
                {
                    AlertId = $"alt_{i}", Symbol = symbol.Instrument.Symbol, BrokerSymbol = symbol.BrokerSymbol, Source = symbol.Source, Condition = AlertCondition.Expression,
                    Timeframe = Timeframe.H1, Expression = FormattableString.Invariant($"rsi({2 + (i % 100)}) < {20 + (i % 37)} and close > ema({2 + (i % 200)})"), CreatedAt = market.Now, HeldBefore = false,
                },
                symbol);
        }

        report.Add("10,000 alerts on indicators, all started", "ms", [Lap.Of(engine.Look).Cpu.TotalMilliseconds]);
        SeriesKey key = new SeriesKey(symbol.BrokerSymbol, null) { Source = symbol.Source };
        report.Add("10,000 alerts on indicators, a tick", "us", Enumerable.Range(0, 5).Select(_ => Tick()), Limit.AtMost(20));
        report.Add("10,000 alerts on indicators, a closed bar", "ms", Enumerable.Range(0, Runs).Select(_ =>
        {
            market.Close();
            return Lap.Of(engine.Look).Wall.TotalMilliseconds;
        }).ToArray());

        double Tick() => Lap.Of(() =>
        {
            for (int i = 0; i < Ticks; i++)
            {
                engine.Hear(new MarketEvent(key, market.Now, default, new Tick(market.Now, 1.1, 1.1001)));
            }
        }).Cpu.TotalMicroseconds / Ticks;
    }

    // Its bars close one by one.
    private sealed class AlertedMarket(BarSeries hours, int hidden) : ManyMarkets(hours, 1, Timeframe.H1), IPluginRecords
    {
        private readonly BarSeries _hours = hours;
        private int _hidden = hidden;

        public override DateTime Now => _hours[_hours.Count - 1 - _hidden].Time.AddHours(1);

        public override IPluginRecords Records => this;

        public void Close() => _hidden--;

        public override MarketBars Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from = null, DateTime? to = null)
        {
            int end = _hours.Count - _hidden;
            return new MarketBars(symbol, _hours.Slice(Math.Max(from is { } start ? _hours.IndexAt(start) : 0, end - count), end), null);
        }

        public IReadOnlyList<string> Read(string file) => [];

        public void Append(string file, IReadOnlyList<string> records)
        {
        }

        public void Replace(string file, IReadOnlyList<string> records)
        {
        }
    }
}
