using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Strategies.Classic.Tests;

public class DonchianTrendTests
{
    private const string File = "EURUSD_H4.csv";
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void OnBar_CloseAboveTheChannel_BuysWithAStopBelow()
    {
        Bench bench = new Bench(Strategy()).Feed(Bench.Closes([.. Enumerable.Repeat(1.1, 12), 1.102]));

        Signal signal = Assert.Single(bench.Signals).Signal;
        Assert.Equal((SignalAction.Buy, null), (signal.Action, signal.Target));

        // The average range of three bars is a third of the last one's 0.0025 and two thirds of 0.001.
        Assert.Equal(1.102 - (2 * 0.0015), signal.Stop!.Value.Value, 10);
        Assert.All(bench.Rules, r => Assert.True(r.Passed, r.Rule));
        Assert.Equal((1.102, 1.1005), (bench.Rules[0].Value, bench.Rules[0].Threshold));
    }

    [Fact]
    public void OnBar_CloseBelowTheChannel_Sells() =>
        Assert.Equal(SignalAction.Sell, Assert.Single(new Bench(Strategy()).Feed(Bench.Closes([.. Enumerable.Repeat(1.1, 12), 1.098])).Signals).Signal.Action);

    [Fact]
    public void OnBar_AgainstTheTrend_Waits()
    {
        Bench bench = new Bench(new DonchianTrend(entry: 5, exit: 2, trend: 50, atr: 3)).Feed(Bench.Closes([.. Enumerable.Range(0, 60).Select(i => 1.2 - (i * 0.001)), 1.148]));

        Assert.DoesNotContain(bench.Signals, s => s.Signal.Action == SignalAction.Buy);
        Assert.Equal((true, false), (bench.Rules[0].Passed, bench.Rules[1].Passed));
    }

    [Theory]
    [InlineData(OrderSide.Buy, 1.0985, true)]
    [InlineData(OrderSide.Buy, 1.102, false)]
    [InlineData(OrderSide.Sell, 1.1015, true)]
    [InlineData(OrderSide.Sell, 1.098, false)]
    public void OnBar_OpenPosition_LeavesAtTheShortChannelAlone(OrderSide side, double close, bool leaves)
    {
        var bench = new Bench(Strategy()) { Positions = [new Position(1, "EURUSD", side, 0.1m, 1.1m, Start)] };

        bench.Feed(Bench.Closes([.. Enumerable.Repeat(1.1, 12), close]));

        Assert.Equal(leaves ? [SignalAction.Exit] : [], bench.Signals.Select(s => s.Signal.Action));
    }

    [MarketDataFact(File)]
    public void OnBar_RecordedBars_EntersWhereTheChannelAndTheMeanSay()
    {
        Bar[] bars = [.. Bench.Recorded(ReferenceFiles.MarketData(File)).Take(3000)];
        List<(DateTime, SignalAction)> expected = [];
        double mean = 0;
        for (int i = 0; i < bars.Length; i++)
        {
            // The mean starts as the plain one of its first hundred closes.
            mean = i < 100 ? mean + (bars[i].Close / 100) : mean + ((bars[i].Close - mean) * 2 / 101);
            if (i < 99)
            {
                continue;
            }

            double high = bars[(i - 20)..i].Max(b => b.High);
            double low = bars[(i - 20)..i].Min(b => b.Low);
            if (bars[i].Close > high && bars[i].Close > mean)
            {
                expected.Add((bars[i].Time, SignalAction.Buy));
            }
            else if (bars[i].Close < low && bars[i].Close < mean)
            {
                expected.Add((bars[i].Time, SignalAction.Sell));
            }
        }

        Bench bench = new Bench(new DonchianTrend(), Timeframe.H4).Feed(bars);

        Assert.True(expected.Count > 100);
        Assert.Equal(expected, bench.Signals.Select(s => (s.Time, s.Signal.Action)));
        Assert.All(bench.Signals, s => Assert.InRange(s.Signal.Confidence, 0.5, 0.9));
    }

    private static DonchianTrend Strategy() => new(entry: 5, exit: 2, trend: 5, atr: 3);
}
