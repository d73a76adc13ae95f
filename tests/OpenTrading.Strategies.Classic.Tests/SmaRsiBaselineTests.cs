using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Strategies.Classic.Tests;

public class SmaRsiBaselineTests
{
    private static readonly double[] UpTrendWithPullback = [1.10, 1.11, 1.12, 1.13, 1.14, 1.15, 1.16, 1.17, 1.16, 1.15, 1.17];

    [Fact]
    public void OnBar_PullbackOfAnUpTrendThatTurns_Buys()
    {
        (int bar, Signal signal) = Assert.Single(Run(UpTrendWithPullback));

        Assert.Equal(SignalAction.Buy, signal.Action);
        Assert.Equal(10, bar);
        Assert.True(signal.Stop!.Value.Value < 1.17 && signal.Target!.Value.Value > 1.17);
        Assert.InRange(signal.Confidence, 0.5, 0.9);
    }

    [Fact]
    public void OnBar_TheMirrorImage_Sells()
    {
        (int bar, Signal signal) = Assert.Single(Run([.. UpTrendWithPullback.Select(close => 2.4 - close)]));

        Assert.Equal(SignalAction.Sell, signal.Action);
        Assert.Equal(10, bar);
    }

    [Fact]
    public void OnBar_TrendWithoutPullback_Waits() => Assert.Empty(Run([.. Enumerable.Range(0, 40).Select(i => 1.10 + (i * 0.01))]));

    private static List<(int Bar, Signal Signal)> Run(double[] closes)
    {
        // Flat bars first, for the ATR that sets stop and target. A flat market's RSI is 100, so its end may look like a turn: what the first
        // three bars of the pattern emit is not looked at.
        const int flat = 14;
        Bench bench = new Bench(new SmaRsiBaseline(fast: 3, slow: 8, rsi: 2, pullback: 40)).Feed(
            Bench.Closes([.. Enumerable.Repeat(closes[0], flat), .. closes]));
        return [.. bench.Signals.Select(s => ((int)(s.Time - new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalHours - flat, s.Signal)).Where(s => s.Item1 >= 3)];
    }
}
