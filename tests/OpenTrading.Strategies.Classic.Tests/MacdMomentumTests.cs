using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Strategies.Classic.Tests;

public class MacdMomentumTests
{
    private const string File = "EURUSD_H1.csv";
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [MarketDataFact(File)]
    public void OnBar_RecordedBars_FollowsTheCrossingsOfTheTrendsSide()
    {
        Bar[] bars = [.. Bench.Recorded(ReferenceFiles.MarketData(File)).Take(3000)];
        double[] closes = [.. bars.Select(b => b.Close)];
        double[] fast = Ema(closes, 12, 0);
        double[] slow = Ema(closes, 26, 0);
        double[] macd = [.. fast.Zip(slow, (f, s) => f - s)];
        double[] signal = Ema(macd, 9, 25);
        double[] mean = Ema(closes, 100, 0);
        List<(DateTime, SignalAction)> expected = [];
        for (int i = 99; i < bars.Length; i++)
        {
            (double before, double now) = (macd[i - 1] - signal[i - 1], macd[i] - signal[i]);
            if (before <= 0 && now > 0 && closes[i] > mean[i])
            {
                expected.Add((bars[i].Time, SignalAction.Buy));
            }
            else if (before >= 0 && now < 0 && closes[i] < mean[i])
            {
                expected.Add((bars[i].Time, SignalAction.Sell));
            }
        }

        Bench bench = new Bench(new MacdMomentum()).Feed(bars);

        Assert.True(expected.Count > 50);
        Assert.Equal(expected, bench.Signals.Select(s => (s.Time, s.Signal.Action)));
        Assert.All(bench.Signals, s =>
        {
            double close = bars.First(b => b.Time == s.Time).Close;
            Assert.Equal(1.5, (s.Signal.Target!.Value.Value - close) / (close - s.Signal.Stop!.Value.Value), 6);
        });
    }

    [Theory]
    [InlineData(OrderSide.Buy, 1)]
    [InlineData(OrderSide.Sell, -1)]
    public void OnBar_OpenPosition_LeavesWhenTheLinesCrossBack(OrderSide side, int direction)
    {
        double[] closes = [.. Enumerable.Range(0, 150).Select(i => 1.1 + (direction * 0.0001 * i)), .. Enumerable.Range(0, 30).Select(i => 1.1 + (direction * ((0.0001 * 150) - (0.0005 * i))))];
        var bench = new Bench(new MacdMomentum()) { Positions = [new Position(1, "EURUSD", side, 0.1m, 1.1m, Start)] };

        bench.Feed(Bench.Closes(closes));

        Assert.Contains(bench.Signals, s => s.Signal is { Action: SignalAction.Exit, Reason: "the MACD crossed back" } && s.Time >= Start.AddHours(150));
        Assert.All(bench.Signals, s => Assert.Equal(SignalAction.Exit, s.Signal.Action));
    }

    // From the plain mean of the first values on.
    private static double[] Ema(double[] values, int period, int first)
    {
        double[] ema = new double[values.Length];
        Array.Fill(ema, double.NaN);
        for (int i = first + period - 1; i < values.Length; i++)
        {
            ema[i] = i == first + period - 1 ? values[first..(first + period)].Average() : ema[i - 1] + ((values[i] - ema[i - 1]) * 2 / (period + 1));
        }

        return ema;
    }
}
