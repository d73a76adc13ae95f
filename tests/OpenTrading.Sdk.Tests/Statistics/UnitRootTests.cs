using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Sdk.Tests.Statistics;

public sealed class UnitRootTests
{
    /// <summary>Statistics of an implementation with Gaussian elimination instead of Cholesky.</summary>
    [Theory]
    [InlineData(0.5, 200, 3, -5.798795536804264)]
    [InlineData(1.0, 200, 3, -0.43358292388045855)]
    [InlineData(0.9, 300, 0, -3.6255125539393918)]
    public void Statistic_OfAnAutoregression_IsThatOfTheRegression(double weight, int length, int lags, double expected) =>
        Assert.Equal(expected, UnitRoot.AugmentedDickeyFuller(Walk(weight, length), lags).Statistic, 1e-9);

    /// <summary>Critical values of MacKinnon's tables for a long series with a constant.</summary>
    [Theory]
    [InlineData(-3.43, 0.01)]
    [InlineData(-2.86, 0.05)]
    [InlineData(-2.57, 0.10)]
    public void PValue_AtTheCriticalValues_IsTheirLevel(double statistic, double level) => Assert.Equal(level, UnitRoot.PValueOf(statistic), 0.002);

    [Fact]
    public void PValue_OfAWalk_IsHigherThanThatOfASeriesThatReturns()
    {
        Assert.True(UnitRoot.AugmentedDickeyFuller(Walk(1, 1000)).PValue > 0.1);
        Assert.True(UnitRoot.AugmentedDickeyFuller(Walk(0.8, 1000)).PValue < 0.01);
    }

    [Fact]
    public void TooFewOrConstant_IsNotKnown()
    {
        Assert.True(double.IsNaN(UnitRoot.AugmentedDickeyFuller([1, 2, 3]).PValue));
        Assert.True(double.IsNaN(UnitRoot.AugmentedDickeyFuller(new double[100]).PValue));
        Assert.True(double.IsNaN(UnitRoot.AugmentedDickeyFuller([]).Statistic));
    }

    [Fact]
    public void LinearModel_ExactRelation_IsFound()
    {
        double[] ones = [1, 1, 1, 1, 1];
        double[] x = [1, 2, 3, 4, 6];
        double[] z = [2, 1, 5, 3, 3];

        LinearModel model = LinearModel.Fit([ones, x, z], [.. Enumerable.Range(0, 5).Select(i => 4 - (2 * x[i]) + (0.5 * z[i]))])!;

        Assert.Equal([4, -2, 0.5], model.Coefficients.Select(c => Math.Round(c, 9)));
        Assert.Equal(0, model.ResidualDeviation, 9);
        Assert.Null(LinearModel.Fit([ones, x, [.. x.Select(v => 2 * v)]], x));
        Assert.Null(LinearModel.Fit([ones, x], [1, 2]));
    }

    private static double[] Walk(double weight, int length)
    {
        long state = 42;
        double[] values = new double[length];
        for (int i = 1; i < length; i++)
        {
            state = ((1103515245 * state) + 12345) % 2147483648;
            values[i] = (weight * values[i - 1]) + (state / 2147483648.0) - 0.5;
        }

        return values;
    }
}
