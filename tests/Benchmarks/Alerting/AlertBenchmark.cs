using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Watching;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.Benchmarks.Terminals;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Benchmarks.Alerting;

/// <summary>What a tick costs while 10,000 price alerts wait on its market, and none or one of them is met.</summary>
internal sealed class AlertBenchmark : IBenchmark
{
    private const int Alerts = 10_000;
    private const int Ticks = 200_000;
    private const int Runs = 5;
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    public string Name => "alerts";

    public void Run(Report report)
    {
        report.Add("10,000 alerts, a tick that meets none", "us", Times(step: 0), Limit.AtMost(20));
        report.Add("10,000 alerts, a tick that meets one in its pause", "us", Times(step: 0.00001), Limit.AtMost(20));
    }

    private static IEnumerable<double> Times(double step)
    {
        var context = new TerminalContext();
        MarketSymbol symbol = new(context.Instruments["EURUSD"], "mt5");
        var engine = new AlertEngine(context, new AlertBook(context, Alerts));
        for (int i = 0; i < Alerts; i++)
        {
            decimal price = 1.1m + (0.00001m * i);
            engine.Add(
                new Alert
                {
                    AlertId = $"alt_{i}", Symbol = "EURUSD", BrokerSymbol = "EURUSD", Source = "mt5", Condition = AlertCondition.Crosses, Price = price, Repeat = true, CooldownS = 1_000_000, CreatedAt = Start, SeenPrice = 1.15m,
                    Fired = [new Firing(Start, price)],
                },
                symbol);
        }

        SeriesKey key = SeriesKey.Ticks("EURUSD") with { Source = "mt5" };
        Measure();
        return [.. Enumerable.Range(0, Runs).Select(_ => Measure())];

        double Measure() => Lap.Of(() =>
        {
            for (int i = 0; i < Ticks; i++)
            {
                double bid = 1.150005 + (step * (i % 2));
                engine.Hear(new MarketEvent(key, Start, default, new Tick(Start, bid, bid + 0.0001)));
            }
        }).Cpu.TotalMicroseconds / Ticks;
    }
}
