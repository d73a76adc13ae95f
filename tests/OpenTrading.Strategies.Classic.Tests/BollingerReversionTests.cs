using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Strategies.Classic.Tests;

public class BollingerReversionTests
{
    private const string File = "EURUSD_H1.csv";
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [MarketDataFact(File)]
    public void OnBar_RecordedBars_FadesOnlyWhatComesBackInsideWithoutTrend()
    {
        Bar[] bars = [.. Bench.Recorded(ReferenceFiles.MarketData(File)).Take(5000)];
        Bench bench = new Bench(new BollingerReversion()).Feed(bars);
        double[] closes = [.. bars.Select(b => b.Close)];
        var adx = new Adx(14);
        var atr = new Atr(14);
        List<(DateTime, SignalAction, double Stop, double Target)> expected = [];
        for (int i = 0; i < bars.Length; i++)
        {
            double trend = adx.Update(bars[i]).Adx;
            double range = atr.Update(bars[i]).Atr;
            if (i < 20 || !(trend < 25))
            {
                continue;
            }

            (double lastMiddle, double lastWidth) = Bands(closes, i - 1);
            (double middle, double width) = Bands(closes, i);
            double reach = 1.5 * range;
            if (closes[i - 1] < lastMiddle - lastWidth && closes[i] > middle - width && middle - closes[i] >= reach)
            {
                expected.Add((bars[i].Time, SignalAction.Buy, closes[i] - reach, middle));
            }
            else if (closes[i - 1] > lastMiddle + lastWidth && closes[i] < middle + width && closes[i] - middle >= reach)
            {
                expected.Add((bars[i].Time, SignalAction.Sell, closes[i] + reach, middle));
            }
        }

        Assert.True(expected.Count > 20, $"{expected.Count}");
        Assert.Equal(expected.Select(e => (e.Item1, e.Item2)), bench.Signals.Select(s => (s.Time, s.Signal.Action)));
        Assert.All(expected.Zip(bench.Signals), pair =>
        {
            Assert.Equal(pair.First.Stop, pair.Second.Signal.Stop!.Value.Value, 9);
            Assert.Equal(pair.First.Target, pair.Second.Signal.Target!.Value.Value, 9);
            Assert.InRange(pair.Second.Signal.Confidence, 0.5, 0.8);
        });
    }

    [Fact]
    public void OnBar_OpenPosition_LeavesWhenItsTimeIsOver()
    {
        double[] closes = [.. Enumerable.Range(0, 70).Select(i => 1.1 + (0.001 * Math.Sin(i)))];
        var bench = new Bench(new BollingerReversion(maxBars: 5)) { Positions = [new Position(1, "EURUSD", OrderSide.Buy, 0.1m, 1.1m, Start.AddHours(60))] };

        bench.Feed(Bench.Closes(closes));

        Assert.Equal([.. Enumerable.Range(65, 5).Select(i => Start.AddHours(i))], bench.Signals.Select(s => s.Time));
        Assert.All(bench.Signals, s => Assert.Equal(SignalAction.Exit, s.Signal.Action));
    }

    private static (double Middle, double Width) Bands(double[] closes, int at)
    {
        double[] window = closes[(at - 19)..(at + 1)];
        double middle = window.Average();
        return (middle, 2 * Math.Sqrt(window.Average(c => (c - middle) * (c - middle))));
    }
}
