using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Statistics;

/// <summary>Statistics against their formula, written out over whole series.</summary>
public class StatisticFormulaTests
{
    private static readonly Bar[] Bars = RandomWalk.Bars(400, seed: 58);
    private static readonly double[] Closes = Plain.Closes(Bars);
    private static readonly double[] Returns = Plain.LogReturns(Closes);

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void ZScore_RandomWalk_IsTheDistanceInDeviations(int period) =>
        Plain.AssertEqual(
            Plain.Rolling(Closes, period, w => (w[^1] - w.Average()) / Math.Sqrt(Moment(w, 2))), Plain.Streamed(new ZScore(period), Bars));

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public void EfficiencyRatio_RandomWalk_IsNetOverPath(int period)
    {
        double[] expected = Plain.Rolling(Closes, period + 1, w => Math.Abs(w[^1] - w[0]) / w.Skip(1).Zip(w, (now, past) => Math.Abs(now - past)).Sum());

        Plain.AssertEqual(expected, Plain.Streamed(new EfficiencyRatio(period), Bars));
    }

    [Fact]
    public void PercentileRank_FewDistinctPrices_CountsThoseNotAbove()
    {
        Random random = new(59);
        Bar[] bars = [.. Bars.Select(bar => bar with { Close = random.Next(1, 9) })];
        double[] expected = Plain.Rolling(Plain.Closes(bars), 26, w => 100.0 * w[..^1].Count(value => value <= w[^1]) / 25);

        Plain.AssertEqual(expected, Plain.Streamed(new PercentileRank(25), bars));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void Skew_RandomWalk_IsTheAdjustedThirdMoment(int period)
    {
        double adjustment = Math.Sqrt(period * (period - 1.0)) / (period - 2);

        Plain.AssertEqual(
            Plain.Rolling(Closes, period, w => adjustment * Moment(w, 3) / Math.Pow(Moment(w, 2), 1.5)), Plain.Streamed(new Skew(period), Bars));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    public void Kurtosis_RandomWalk_IsTheCorrectedFourthMoment(int period)
    {
        double n = period;
        double Excess(double[] w) => (Moment(w, 4) / Math.Pow(Moment(w, 2), 2)) - 3;

        Plain.AssertEqual(
            Plain.Rolling(Closes, period, w => (n - 1) / ((n - 2) * (n - 3)) * (((n + 1) * Excess(w)) + 6)), Plain.Streamed(new Kurtosis(period), Bars));
    }

    [Fact]
    public void SkewAndKurtosis_KnownSample_AreThoseOfASpreadsheet()
    {
        Skew skew = new(10);
        Kurtosis kurtosis = new(10);
        foreach (double value in new double[] { 3, 4, 5, 2, 3, 4, 5, 6, 4, 7 })
        {
            skew.Update(value);
            kurtosis.Update(value);
        }

        Assert.Equal(0.359543, skew.Value, 6);
        Assert.Equal(-0.151800, kurtosis.Value, 6);
    }

    [Theory]
    [InlineData(100, 10)]
    [InlineData(7, 3)]
    public void Entropy_RandomWalk_IsThatOfTheHistogram(int period, int bins)
    {
        double Entropy(double[] window)
        {
            double width = (window.Max() - window.Min()) / bins;
            IEnumerable<double> shares = window.GroupBy(value => Math.Min((int)((value - window.Min()) / width), bins - 1))
                .Select(bin => (double)bin.Count() / period);
            return -shares.Sum(share => share * Math.Log(share)) / Math.Log(bins);
        }

        Plain.AssertEqual(Plain.Rolling(Returns, period, Entropy), Plain.Streamed(new Entropy(period, bins), Bars));
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(20, 7)]
    [InlineData(3, 2)]
    public void Autocorrelation_RandomWalk_IsThatOfTheWindow(int period, int lag)
    {
        double Correlation(double[] window)
        {
            double mean = window.Average();
            return window.Skip(lag).Zip(window, (now, past) => (now - mean) * (past - mean)).Sum() / window.Sum(value => Math.Pow(value - mean, 2));
        }

        Plain.AssertEqual(Plain.Rolling(Returns, period, Correlation), Plain.Streamed(new Autocorrelation(period, lag), Bars));
    }

    [Theory]
    [InlineData(100, 4)]
    [InlineData(10, 2)]
    [InlineData(10, 9)]
    public void VarianceRatio_RandomWalk_IsThatOfLoAndMacKinlay(int period, int horizon)
    {
        double Ratio(double[] window)
        {
            double mean = window.Average();
            double single = window.Sum(value => Math.Pow(value - mean, 2)) / (period - 1);
            double[] longs = [.. Enumerable.Range(0, period - horizon + 1).Select(at => window[at..(at + horizon)].Sum())];
            double m = horizon * (period - horizon + 1.0) * (1 - ((double)horizon / period));
            return longs.Sum(value => Math.Pow(value - (horizon * mean), 2)) / m / single;
        }

        Plain.AssertEqual(Plain.Rolling(Returns, period, Ratio), Plain.Streamed(new VarianceRatio(period, horizon), Bars));
    }

    [Fact]
    public void Hurst_PriceOfZero_HasNoValueUntilItHasLeft()
    {
        Hurst hurst = new(20);
        bool[] known = [.. Closes.Take(100).Select((close, i) => !double.IsNaN(hurst.Update(i == 50 ? 0 : close).Hurst))];

        Assert.Equal(20, Array.IndexOf(known, true));
        Assert.Equal(50, Array.IndexOf(known, false, 20));
        Assert.Equal(71, Array.IndexOf(known, true, 50));
    }

    private static double Moment(double[] window, int power) => window.Average(value => Math.Pow(value - window.Average(), power));
}
