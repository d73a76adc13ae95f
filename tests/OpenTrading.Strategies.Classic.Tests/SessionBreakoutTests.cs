using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Strategies.Classic.Tests;

public class SessionBreakoutTests
{
    private const string File = "EURUSD_H1.csv";
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [MarketDataFact(File)]
    public void OnBar_RecordedBars_EntersTheFirstBreakOfADayAlone()
    {
        Bar[] bars = [.. Bench.Recorded(ReferenceFiles.MarketData(File)).Take(6000)];
        double[] range = new double[bars.Length];
        var atr = new Atr(14);
        for (int i = 0; i < bars.Length; i++)
        {
            range[i] = atr.Update(bars[i]).Atr;
        }

        List<(DateTime, SignalAction, double Stop)> expected = [];
        foreach (IGrouping<DateTime, int> day in Enumerable.Range(0, bars.Length).GroupBy(i => bars[i].Time.Date))
        {
            int[] quiet = [.. day.Where(i => bars[i].Time.Hour < 7)];
            if (quiet.Length == 0)
            {
                continue;
            }

            double high = quiet.Max(i => bars[i].High);
            double low = quiet.Min(i => bars[i].Low);
            foreach (int i in day.Where(i => bars[i].Time.Hour is >= 7 and < 15 && range[i] > 0 && high - low >= range[i] && high - low <= 8 * range[i]))
            {
                if (bars[i].Close > high + (0.1 * range[i]) || bars[i].Close < low - (0.1 * range[i]))
                {
                    bool isUp = bars[i].Close > high;
                    expected.Add((bars[i].Time, isUp ? SignalAction.Buy : SignalAction.Sell, isUp ? low : high));
                    break;
                }
            }
        }

        Bench bench = new Bench(new SessionBreakout()).Feed(bars);

        Assert.True(expected.Count > 50);
        Assert.Equal(expected, bench.Signals.Select(s => (s.Time, s.Signal.Action, s.Signal.Stop!.Value.Value)));
    }

    [Fact]
    public void OnBar_OpenPosition_IsFlatBeforeTheDayEnds()
    {
        var bench = new Bench(new SessionBreakout()) { Positions = [new Position(1, "EURUSD", OrderSide.Buy, 0.1m, 1.1m, Start.AddHours(9))] };

        bench.Feed(Bench.Closes([.. Enumerable.Repeat(1.1, 26)]));

        // The bar that closes at 20:00 is the first; a position of yesterday is closed on any bar.
        Assert.Equal([.. Enumerable.Range(19, 7).Select(i => Start.AddHours(i))], bench.Signals.Select(s => s.Time));
        Assert.All(bench.Signals, s => Assert.Equal(SignalAction.Exit, s.Signal.Action));
    }

    [Fact]
    public void OnBar_DayWithoutQuietHours_HasNoRange()
    {
        IEnumerable<Bar> bars = Bench.Closes([.. Enumerable.Repeat(1.1, 24)]).Concat(
            Enumerable.Range(33, 6).Select(i => new Bar(Start.AddHours(i), 1.1, 1.1 + (i * 0.001), 1.0995, 1.1 + (i * 0.001))));

        Assert.Empty(new Bench(new SessionBreakout()).Feed(bars).Signals);
    }
}
