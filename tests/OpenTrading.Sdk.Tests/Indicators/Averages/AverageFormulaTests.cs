using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Averages;

/// <summary>Averages against their formula, written out over whole series.</summary>
public class AverageFormulaTests
{
    private static readonly Bar[] Bars = RandomWalk.Bars(400, seed: 51);
    private static readonly double[] Closes = Plain.Closes(Bars);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(20)]
    public void Trima_RandomWalk_WeighsTheMiddleMost(int period)
    {
        double[] weights = [.. Enumerable.Range(1, period).Select(i => (double)Math.Min(i, period + 1 - i))];

        double[] expected = Plain.Rolling(Closes, period, window => window.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum());

        Plain.AssertEqual(expected, Plain.Streamed(new Trima(period), Bars));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(20, 9)]
    [InlineData(21, 10)]
    public void Zlema_RandomWalk_AveragesTheCloseLessItsLag(int period, int lag)
    {
        double[] corrected = Plain.Map((now, past) => (2 * now) - past, Closes, Plain.Lag(Closes, lag));

        Plain.AssertEqual(Plain.Ema(corrected, period), Plain.Streamed(new Zlema(period), Bars));
    }

    [Fact]
    public void Vidya_RandomWalk_MovesWithTheMomentum()
    {
        const int Period = 12;
        const int CmoPeriod = 9;
        double[] expected = [.. Closes.Select(_ => double.NaN)];
        double average = Closes[CmoPeriod - 1];
        for (int i = CmoPeriod; i < Closes.Length; i++)
        {
            double[] changes = [.. Enumerable.Range(i - CmoPeriod + 1, CmoPeriod).Select(at => Closes[at] - Closes[at - 1])];
            double momentum = Math.Abs(changes.Sum()) / changes.Sum(Math.Abs);
            expected[i] = average += 2.0 / (Period + 1) * momentum * (Closes[i] - average);
        }

        Plain.AssertEqual(expected, Plain.Streamed(new Vidya(Period, CmoPeriod), Bars));
    }

    [Fact]
    public void Vidya_StraightLine_IsAnExponentialAverage()
    {
        Vidya vidya = new(3, 2);
        vidya.Update(1);
        vidya.Update(2);

        Assert.Equal([2.5, 3.25], new[] { 3.0, 4.0 }.Select(vidya.Update));
    }

    [Fact]
    public void T3_FirstValue_IsTheValueItself()
    {
        T3 average = new(5, 0.7);

        Assert.Equal(10, average.Update(10), 12);
        Assert.Equal(10, average.Update(10), 12);
    }

    [Fact]
    public void McGinleyDynamic_FallingPrice_MovesFasterThanRising()
    {
        McGinleyDynamic rising = new(10);
        McGinleyDynamic falling = new(10);
        rising.Update(100);
        falling.Update(100);

        Assert.Equal(100 + (10 / (6 * Math.Pow(1.1, 4))), rising.Update(110), 10);
        Assert.Equal(100 - (10 / (6 * Math.Pow(0.9, 4))), falling.Update(90), 10);
    }

    [Fact]
    public void McGinleyDynamic_ValueOfZero_StartsAnew()
    {
        McGinleyDynamic dynamic = new(10);
        dynamic.Update(100);

        Assert.Equal(double.NaN, dynamic.Update(0));
        Assert.Equal(double.NaN, dynamic.Update(50));
        Assert.Equal(50, dynamic.Update(50));
    }

    [Fact]
    public void Vwma_WindowWithoutVolume_HasNoValue()
    {
        Vwma average = new(2);
        average.Update(new Bar(default, 1, 1, 1, 4, 1e9));

        Assert.Equal(5, average.Update(new Bar(default, 1, 1, 1, 8, 1e9 / 3)), 6);
        Assert.Equal(8, average.Update(new Bar(default, 1, 1, 1, 9, 0)));
        Assert.Equal(double.NaN, average.Update(new Bar(default, 1, 1, 1, 9, 0)));
    }
}
