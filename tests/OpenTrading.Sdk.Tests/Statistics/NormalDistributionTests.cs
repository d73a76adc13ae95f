using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Sdk.Tests.Statistics;

public class NormalDistributionTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.69146246127401312)]
    [InlineData(-0.5, 0.30853753872598688)]
    [InlineData(1, 0.84134474606854293)]
    [InlineData(-1.96, 0.024997895148220435)]
    [InlineData(-3, 0.0013498980316300946)]
    [InlineData(-5.5, 1.8989562465887691e-8)]
    [InlineData(-6, 9.8658764503769807e-10)]
    [InlineData(-10, 7.6198530241605261e-24)]
    [InlineData(-37, 5.7255712225245769e-300)]
    public void Cdf_IsTheTabulatedOne(double x, double expected) => Assert.True(Math.Abs((NormalDistribution.Cdf(x) / expected) - 1) < 1e-13);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.001, -3.0902323061678132)]
    [InlineData(1e-12, -7.0344838253011321)]
    [InlineData(1e-100, -21.273453560965308)]
    public void Quantile_IsTheTabulatedOne(double p, double expected) => Assert.Equal(expected, NormalDistribution.Quantile(p), 1e-12);

    [Fact]
    public void Quantile_InvertsCdf()
    {
        for (double x = -8; x <= 5; x += 0.037)
        {
            Assert.Equal(x, NormalDistribution.Quantile(NormalDistribution.Cdf(x)), 1e-9);
        }
    }

    [Fact]
    public void Ends_AreWhatTheyAre()
    {
        Assert.Equal((0, 1), (NormalDistribution.Cdf(double.NegativeInfinity), NormalDistribution.Cdf(double.PositiveInfinity)));
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (NormalDistribution.Quantile(0), NormalDistribution.Quantile(1)));
        Assert.True(double.IsNaN(NormalDistribution.Cdf(double.NaN)) && double.IsNaN(NormalDistribution.Quantile(1.5)) && double.IsNaN(NormalDistribution.Quantile(-1)));
    }
}
