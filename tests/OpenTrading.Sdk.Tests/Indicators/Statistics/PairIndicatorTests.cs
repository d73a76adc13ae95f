using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Statistics;

/// <summary>Indicators of two series: their formula, and what they do with bars that have no partner.</summary>
public class PairIndicatorTests
{
    private static readonly Bar[] Bars = RandomWalk.Bars(400, seed: 60);
    private static readonly Bar[] Others = RandomWalk.Bars(400, seed: 61);

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void Correlation_TwoRandomWalks_IsPearsons(int period) =>
        Plain.AssertEqual(Rolling(Plain.Closes(Bars), Plain.Closes(Others), period, (a, b) => Covariance(a, b) / Math.Sqrt(Covariance(a, a) * Covariance(b, b))),
            FinishedSeries.Of(new Correlation(period), Bars, Others)[0]);

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void Beta_TwoRandomWalks_IsTheSlopeOfReturns(int period) =>
        Plain.AssertEqual(Rolling(Returns(Bars), Returns(Others), period, (a, b) => Covariance(a, b) / Covariance(b, b)),
            FinishedSeries.Of(new Beta(period), Bars, Others)[0]);

    [Fact]
    public void Correlation_OneSeriesAndItsMirror_IsOneAndMinusOne()
    {
        Correlation same = new(5);
        Correlation mirrored = new(5);
        foreach (Bar bar in Bars[..10])
        {
            same.Update(bar.Close, (2 * bar.Close) + 7);
            mirrored.Update(bar.Close, -bar.Close);
        }

        Assert.Equal(1, same.Value, 12);
        Assert.Equal(-1, mirrored.Value, 12);
    }

    [Fact]
    public void Correlation_ReferenceStandsStill_HasNoValue()
    {
        Correlation correlation = new(3);
        foreach (double value in new double[] { 1e6, 3, 4, 5, 6 })
        {
            correlation.Update(value, value > 10 ? 1e6 : 1.1);
        }

        Assert.Equal(double.NaN, correlation.Value);
    }

    [Fact]
    public void Update_BarWithoutReference_GivesNoneAndKeepsTheWindow()
    {
        Correlation whole = new(3);
        Correlation gapped = new(3);
        double[] row = new double[1];
        for (int i = 0; i < 6; i++)
        {
            whole.Update(Bars[i], Others[i]);
            gapped.Update(Bars[i], Others[i]);
            gapped.Update(Bars[100], row);
            Assert.Equal(double.NaN, row[0]);
            Assert.False(gapped.IsReady);
        }

        Assert.Equal(whole.Update(Bars[6], Others[6]), gapped.Update(Bars[6], Others[6]));
    }

    [Fact]
    public void Update_BarsOfDifferentTimes_Throws()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new Beta().Update(Bars[1], Others[2]));

        Assert.StartsWith("The reference's bar is of 2020-01-01 02:00:00Z, the bar of 2020-01-01 01:00:00Z; bring", thrown.Message, StringComparison.Ordinal);
    }

    private static double[] Rolling(double[] first, double[] second, int length, Func<double[], double[], double> function) =>
        [.. first.Select((_, i) => i + 1 < length || first[(i + 1 - length)..(i + 1)].Any(double.IsNaN)
            ? double.NaN
            : function(first[(i + 1 - length)..(i + 1)], second[(i + 1 - length)..(i + 1)]))];

    private static double[] Returns(Bar[] bars) => Plain.Map((now, past) => (now / past) - 1, Plain.Closes(bars), Plain.Lag(Plain.Closes(bars), 1));

    private static double Covariance(double[] first, double[] second) =>
        first.Zip(second, (a, b) => (a - first.Average()) * (b - second.Average())).Sum() / first.Length;
}
