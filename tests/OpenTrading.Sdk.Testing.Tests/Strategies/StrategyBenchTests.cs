using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Testing.Markets;
using OpenTrading.Sdk.Testing.Strategies;

namespace OpenTrading.Sdk.Testing.Tests.Strategies;

public sealed class StrategyBenchTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Positions_FollowSignalsStopsAndIntents()
    {
        var strategy = new Scripted(
            c => c.Buy("1", stop: Level.Points(500)),
            c => c.Sell("2", target: Level.At(1.05)),
            c => { },
            c => c.Buy("4"),
            c => c.Emit(new MoveStop(c.Position!.Ticket, 1.09)),
            c => c.Exit("6"),
            c => { });

        var bench = new StrategyBench(strategy, SampleMarket.EurUsd, Timeframe.H1).Run(Flat(1.10, 1.10, 1.04, 1.10, 1.10, 1.10, 1.10));

        // Seen at the bar after: long with a stop 500 points away; turned short; out at the target; long; its stop moved; flat.
        Assert.Equal(["flat", "Buy 1.09500", "flat", "flat", "Buy", "Buy 1.09000", "flat"], strategy.Seen);
        Assert.Equal(4, bench.Signals.Count());
        Assert.Equal([0, 1, 3, 4, 5], bench.Emissions.Select(e => e.Index));
    }

    [Fact]
    public void Positions_StopReached_AreClosed()
    {
        var strategy = new Scripted(c => c.Buy("1", stop: Level.At(1.09)), c => { }, c => { });

        new StrategyBench(strategy, SampleMarket.EurUsd, Timeframe.H1).Run(Flat(1.10, 1.0901, 1.0899));

        Assert.Equal(["flat", "Buy 1.09000", "flat"], strategy.Seen);
    }

    private static IEnumerable<Bar> Flat(params double[] prices) => prices.Select((price, i) => new Bar(Start.AddHours(i), price, price, price, price));

    private sealed class Scripted(params Action<StrategyContext>[] bars) : Strategy
    {
        public List<string> Seen { get; } = [];

        public override void OnBar(StrategyContext context)
        {
            Seen.Add(context.Position is { } position ? FormattableString.Invariant($"{position.Side} {position.StopLoss}").TrimEnd() : "flat");
            bars[(int)context.BarsSeen - 1](context);
        }
    }
}
