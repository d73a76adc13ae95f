using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Sdk.Tests.Statistics;

public sealed class CointegrationTests
{
    /// <summary>Critical values of MacKinnon's tables for two long series with a constant.</summary>
    [Theory]
    [InlineData(-3.90, 0.01)]
    [InlineData(-3.34, 0.05)]
    [InlineData(-3.04, 0.10)]
    public void PValue_AtTheCriticalValues_IsTheirLevel(double statistic, double level) => Assert.Equal(level, Cointegration.PValueOf(statistic), 0.002);

    [Fact]
    public void EngleGranger_SeriesThatFollowsAnother_IsFound()
    {
        var random = new Random(11);
        double[] b = new double[800];
        double[] a = new double[800];
        double[] apart = new double[800];
        double gap = 0;
        for (int i = 1; i < b.Length; i++)
        {
            b[i] = b[i - 1] + random.NextDouble() - 0.5;
            gap = (0.7 * gap) + random.NextDouble() - 0.5;
            a[i] = (2 * b[i]) + 3 + gap;
            apart[i] = apart[i - 1] + random.NextDouble() - 0.5;
        }

        (double slope, _, _, double p) = Cointegration.EngleGranger(a, b);

        Assert.Equal(2, slope, 0.05);
        Assert.True(p < 0.001);
        Assert.True(Cointegration.EngleGranger(apart, b).PValue > 0.05);
        Assert.True(double.IsNaN(Cointegration.EngleGranger(a, new double[800]).PValue));
    }
}
