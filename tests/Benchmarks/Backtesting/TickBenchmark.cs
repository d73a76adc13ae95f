using OpenTrading.Benchmarks.Harness;
using OpenTrading.Host.Running.Backtests;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;

namespace OpenTrading.Benchmarks.Backtesting;

/// <summary>The crossing of two means on the minutes of four million ticks, each of which is matched.</summary>
internal sealed class TickBenchmark : IBenchmark
{
    private const int Ticks = 4_000_000;
    private const int Runs = 15;

    public string Name => "ticks";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        Instrument instrument = workspace.Configuration.Instruments["EURUSD"] with { CommissionPerLot = 0, SwapLong = 0, SwapShort = 0 };
        TickSeries ticks = Walk(instrument);
        BarSeries bars = TickBars.Of(ticks, Timeframe.M1, BrokerDay.NewYorkClose);
        var market = new BacktestMarket
        {
            Setup = new() { Instrument = instrument, Bars = PointBars.From(instrument, bars, SpreadModel.None), BarLength = bars.Timeframe.Length() },
            Timeframe = bars.Timeframe,
            Views = [new StrategyView(bars, [])],
            Ticks = ticks,
        };
        BacktestResult? result = null;
        Lap[] laps = Lap.Repeat(Runs, () => result =
            new Backtest(Workload.Setup(market, workspace.Plugins.Strategy("sma-cross").Create(new Dictionary<string, string>(), out _))).Run());
        report.Add("backtest on ticks: ticks a second", "1e6/s", laps.Skip(Runs / 3).Select(l => Ticks / l.Wall.TotalSeconds / 1e6), Limit.AtLeast(20));
        report.Add("backtest on ticks: fills", "", [result!.Fills]);
    }

    private static TickSeries Walk(Instrument instrument)
    {
        var random = new Random(11);
        long[] times = new long[Ticks];
        double[] bids = new double[Ticks];
        double[] asks = new double[Ticks];
        long time = new DateTime(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc).Ticks;
        int bid = 110_000;
        for (int i = 0; i < Ticks; i++)
        {
            time += random.Next(0, 2000) * TimeSpan.TicksPerMillisecond;
            bid += random.Next(-2, 3);
            (times[i], bids[i], asks[i]) = (time, bid / instrument.Scale, (bid + random.Next(4, 12)) / instrument.Scale);
        }

        return new TickSeries(instrument.Symbol, "file:walk", times, bids, asks, new double[Ticks], new double[Ticks]);
    }
}
