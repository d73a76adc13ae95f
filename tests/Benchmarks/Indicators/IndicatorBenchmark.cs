using OpenTrading.Benchmarks.Harness;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Benchmarks.Indicators;

/// <summary>
/// Every indicator of the SDK with its defaults over the same bars, one after the other on one core, and the slowest of them. By processor time: the
/// work of others on the machine is none of an indicator's.
/// </summary>
internal sealed class IndicatorBenchmark : IBenchmark
{
    private const int Bars = 100_000;
    private const int Runs = 5;
    private const int Slowest = 5;
    private const double MostMilliseconds = 1_500;

    public string Name => "indicators";

    public void Run(Report report)
    {
        BarSeries bars = Walk(1);
        BarSeries reference = Walk(2);
        IReadOnlyList<IndicatorDefinition> all = IndicatorCatalog.BuiltIn.All;
        double[][] times = [.. all.Select(_ => new double[Runs])];
        for (int run = -1; run < Runs; run++)
        {
            for (int i = 0; i < all.Count; i++)
            {
                IndicatorSetup setup = all[i].Default;
                double time = Lap.Of(() => _ = setup.Compute(bars, reference: reference)).Cpu.TotalMilliseconds;

                // The first run compiles.
                if (run >= 0)
                {
                    times[i][run] = time;
                }
            }
        }

        IEnumerable<double> totals = Enumerable.Range(0, Runs).Select(run => times.Sum(t => t[run]));
        report.Add($"all {all.Count} indicators over {Bars:N0} bars", "ms", totals, Limit.AtMost(MostMilliseconds));
        foreach ((IndicatorDefinition definition, double[] of) in all.Zip(times).OrderByDescending(pair => pair.Second.Min()).Take(Slowest))
        {
            report.Add($"{definition.Name} over {Bars:N0} bars", "ms", of);
        }
    }

    private static BarSeries Walk(int seed)
    {
        var random = new Random(seed);
        var bars = new Bar[Bars];
        double price = 1.1;
        var time = new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int i = 0; i < Bars; i++, time = time.AddHours(1))
        {
            double close = Math.Round(price * (1 + (0.002 * (random.NextDouble() - 0.5))), 5);
            double high = Math.Round(Math.Max(price, close) * (1 + (0.0005 * random.NextDouble())), 5);
            double low = Math.Round(Math.Min(price, close) * (1 - (0.0005 * random.NextDouble())), 5);
            bars[i] = new Bar(time, price, high, low, close, random.Next(1, 10_000));
            price = close;
        }

        return BarSeries.From("EURUSD", Timeframe.H1, "walk", bars);
    }
}
