using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Testing.Markets;
using OpenTrading.Sdk.Testing.Strategies;

namespace NamespaceOfTheName.Tests;

/// <summary>The strategy keeps what the host relies on: no look-ahead, same bars same signals, sound numbers.</summary>
public sealed class ClassOfTheNameStrategyContract : StrategyContract
{
    protected override Strategy Create() => new ClassOfTheNameStrategy();
}

public sealed class ClassOfTheNameStrategyTests
{
    [Fact]
    public void OnBar_FallThenRise_BuysOnceWithAStopBelow()
    {
        Emission only = Assert.Single(Run([.. Prices(1.10, -0.001, 40), .. Prices(1.06, +0.001, 40)]).Emissions);

        Assert.Equal(SignalAction.Buy, only.Signal!.Action);
        Assert.InRange(only.Signal.Stop!.Value.Value, only.Close - 0.01, only.Close);
    }

    [Fact]
    public void OnBar_RiseThenFall_LeavesAfterTheEntry()
    {
        StrategyBench bench = Run([.. Prices(1.10, -0.001, 40), .. Prices(1.06, +0.001, 40), .. Prices(1.10, -0.0002, 60)]);

        Assert.Equal([SignalAction.Buy, SignalAction.Exit], bench.Signals.Select(signal => signal.Action));
    }

    private static StrategyBench Run(double[] closes) => new StrategyBench(new ClassOfTheNameStrategy(), SampleMarket.EurUsd, Timeframe.H1)
        .Run(closes.Select((close, hour) =>
            new Bar(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour), close, close + 0.0005, close - 0.0005, close)));

    private static IEnumerable<double> Prices(double from, double step, int count) => Enumerable.Range(0, count).Select(i => from + (i * step));
}
