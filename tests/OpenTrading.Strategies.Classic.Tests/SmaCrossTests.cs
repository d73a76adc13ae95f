using OpenTrading.Sdk.Strategies;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Strategies.Classic.Tests;

public class SmaCrossTests
{
    [Fact]
    public void OnBar_FirstStateIsNoCrossing_LaterChangesAre()
    {
        Bench bench = new Bench(new SmaCross(fast: 1, slow: 2)).Feed(Bench.Closes(1.10, 1.11, 1.12, 1.11, 1.10, 1.12));

        Assert.Equal([SignalAction.Sell, SignalAction.Buy], bench.Signals.Select(s => s.Signal.Action));
        Assert.Equal([3, 5], bench.Signals.Select(s => s.Time.Hour));
    }

    [Fact]
    public void OnBar_EqualMeans_KeepTheState()
    {
        Bench bench = new Bench(new SmaCross(fast: 1, slow: 2)).Feed(Bench.Closes(1.10, 1.11, 1.11, 1.12));

        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void OnBar_WithStopAndTarget_AttachesDistances()
    {
        Bench bench = new Bench(new SmaCross(fast: 1, slow: 2, stop: 500, target: 1000)).Feed(Bench.Closes(1.10, 1.11, 1.09));

        Signal signal = Assert.Single(bench.Signals).Signal;
        Assert.Equal(Level.Points(500), signal.Stop);
        Assert.Equal(Level.Points(1000), signal.Target);
    }

    [MarketDataFact("EURUSD_H1.csv")]
    public void OnBar_RecordedHours_SignalsWhereTheReferenceFills()
    {
        Bench bench = new Bench(new SmaCross(fast: 10, slow: 30)).Feed(Bench.Recorded(ReferenceFiles.MarketData("EURUSD_H1.csv")));

        // Each signal fills at the next open; the published list has 2828 fills, the first a sale at 2007-01-03 12:00, the last a purchase.
        Assert.Equal(2828, bench.Signals.Count);
        Assert.Equal(SignalAction.Sell, bench.Signals[0].Signal.Action);
        Assert.Equal(new DateTime(2007, 1, 3, 11, 0, 0, DateTimeKind.Utc), bench.Signals[0].Time);
        Assert.Equal(SignalAction.Buy, bench.Signals[^1].Signal.Action);
        Assert.Equal(new DateTime(2018, 12, 31, 16, 0, 0, DateTimeKind.Utc), bench.Signals[^1].Time);
    }
}
