using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Momentum;

/// <summary>Momentum indicators against their formula, written out over whole series.</summary>
public class MomentumFormulaTests
{
    private static readonly Bar[] Bars = RandomWalk.Bars(400, seed: 53);
    private static readonly double[] Closes = Plain.Closes(Bars);

    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    public void Mom_RandomWalk_IsTheChange(int period) =>
        Plain.AssertEqual(Plain.Map((now, past) => now - past, Closes, Plain.Lag(Closes, period)), Plain.Streamed(new Mom(period), Bars));

    [Fact]
    public void Ppo_RandomWalk_IsTheMacdInPercentOfItsSlowAverage()
    {
        double[] line = Plain.Map((fast, slow) => 100 * (fast - slow) / slow, Plain.Ema(Closes, 12), Plain.Ema(Closes, 26));
        double[] signal = Plain.Ema(line, 9);

        Plain.AssertEqual(line, Plain.Streamed(new Ppo(), Bars, "ppo"));
        Plain.AssertEqual(signal, Plain.Streamed(new Ppo(), Bars, "signal"));
        Plain.AssertEqual(Plain.Map((l, s) => l - s, line, signal), Plain.Streamed(new Ppo(), Bars, "histogram"));
    }

    [Fact]
    public void Ac_RandomWalk_IsTheAwesomeOscillatorLessItsAverage()
    {
        double[] medians = [.. Bars.Select(bar => (bar.High + bar.Low) / 2)];
        double[] awesome = Plain.Map((fast, slow) => fast - slow, Plain.Sma(medians, 5), Plain.Sma(medians, 34));

        Plain.AssertEqual(Plain.Map((ao, mean) => ao - mean, awesome, Plain.Sma(awesome, 5)), Plain.Streamed(new Ac(), Bars));
    }

    [Fact]
    public void Kst_RandomWalk_SumsFourSmoothedChanges()
    {
        (int Change, int Average)[] set = [(10, 10), (15, 10), (20, 10), (30, 15)];
        double[][] parts = [.. set.Select((s, i) => Plain.Sma([.. Change(s.Change).Select(change => change * (i + 1))], s.Average))];
        double[] sum = parts.Aggregate((left, right) => Plain.Map((l, r) => l + r, left, right));

        Plain.AssertEqual(sum, Plain.Streamed(new Kst(), Bars, "kst"));
        Plain.AssertEqual(Plain.Sma(sum, 9), Plain.Streamed(new Kst(), Bars, "signal"));
    }

    [Fact]
    public void Kst_PriceOfZero_HasAGapThatCloses()
    {
        Kst kst = new(1);
        List<bool> known = [];
        for (int i = 0; i < 150; i++)
        {
            known.Add(!double.IsNaN(kst.Update(i == 60 ? 0 : 100).Kst));
        }

        // The longest change from the 0 at bar 60 is that of bar 90; the shortest that of bar 70.
        Assert.Equal(44, known.IndexOf(true));
        Assert.Equal(70, known.IndexOf(false, 44));
        Assert.True(known[105..].TrueForAll(isKnown => isKnown));
        Assert.False(known[104]);
    }

    [Fact]
    public void Rvi_RandomWalk_IsVigorOverRange()
    {
        double[] bodies = Weighted([.. Bars.Select(bar => bar.Close - bar.Open)]);
        double[] ranges = Weighted([.. Bars.Select(bar => bar.High - bar.Low)]);
        double[] index = Plain.Map((body, range) => body / range, Plain.Sma(bodies, 10), Plain.Sma(ranges, 10));

        Plain.AssertEqual(index, Plain.Streamed(new Rvi(), Bars, "rvi"));
        Plain.AssertEqual(Weighted(index), Plain.Streamed(new Rvi(), Bars, "signal"));
    }

    [Fact]
    public void Coppock_RandomWalk_WeighsTwoChanges()
    {
        double[] changes = Plain.Map((longer, shorter) => longer + shorter, Change(14), Change(11));
        double[] expected = Plain.Rolling(changes, 10, window => window.Select((value, i) => value * (i + 1)).Sum() / 55);

        Plain.AssertEqual(expected, Plain.Streamed(new Coppock(), Bars));
    }

    [Theory]
    [InlineData(70, 0.1, 7)]
    [InlineData(10, 0.25, 3)]
    [InlineData(2, 0.01, 1)]
    public void DynamicZoneRsi_RandomWalk_HasItsShareInEachZone(int zonePeriod, double probability, int beyond)
    {
        double[] rsi = Plain.Streamed(new Rsi(9), Bars);

        DynamicZoneRsi Create() => new(9, zonePeriod, probability);
        Plain.AssertEqual(rsi, Plain.Streamed(Create(), Bars, "rsi"));
        Plain.AssertEqual(Plain.Rolling(rsi, zonePeriod, w => w.Order().ElementAt(beyond - 1)), Plain.Streamed(Create(), Bars, "lower"));
        Plain.AssertEqual(Plain.Rolling(rsi, zonePeriod, w => w.OrderDescending().ElementAt(beyond - 1)), Plain.Streamed(Create(), Bars, "upper"));
    }

    [Fact]
    public void ConnorsRsi_StreakAndRank_AreThoseOfTheChanges()
    {
        // Price and streak rise at once; the latest change, 1 %, is below the two before it.
        ConnorsRsi index = new(1, 1, 2);
        foreach (double close in new[] { 100.0, 90, 95, 99 })
        {
            index.Update(close);
        }

        Assert.Equal((100 + 100 + 0) / 3.0, index.Update(100), 12);
    }

    [Fact]
    public void Bop_BarWithoutRange_IsAGapOfOneWindow()
    {
        Bop balance = new(2);
        balance.Update(new Bar(default, 1, 3, 1, 2));

        Assert.Equal(0.25, balance.Update(new Bar(default, 2, 3, 1, 2)));
        Assert.Equal(double.NaN, balance.Update(new Bar(default, 2, 2, 2, 2)));
        Assert.Equal(double.NaN, balance.Update(new Bar(default, 1, 3, 1, 3)));
        Assert.Equal(1, balance.Update(new Bar(default, 1, 3, 1, 3)));
    }

    private static double[] Change(int bars) => Plain.Map((now, past) => 100 * ((now / past) - 1), Closes, Plain.Lag(Closes, bars));

    private static double[] Weighted(double[] values) => Plain.Rolling(values, 4, w => (w[0] + (2 * w[1]) + (2 * w[2]) + w[3]) / 6);
}
