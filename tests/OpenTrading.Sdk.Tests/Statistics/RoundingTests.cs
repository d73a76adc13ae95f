using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Sdk.Tests.Statistics;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(1.23456789, 4, 1.235)]
    [InlineData(-0.000123456, 3, -0.000123)]
    [InlineData(1234567.0, 3, 1230000)]
    [InlineData(99.996, 4, 100)]
    [InlineData(0.30000000000000004, 9, 0.3)]
    [InlineData(1e-30, 3, 1e-30)]
    [InlineData(0, 3, 0)]
    [InlineData(double.NaN, 3, double.NaN)]
    [InlineData(double.PositiveInfinity, 3, double.PositiveInfinity)]
    public void Significant_KeepsTheDigitsThatMeanSomething(double value, int digits, double expected) => Assert.Equal(expected, Rounding.Significant(value, digits));

    [Fact]
    public void Significant_PrintsNoMoreDigitsThanAsked()
    {
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++)
        {
            double value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 8));
            double rounded = Rounding.Significant(value, 9);

            Assert.True(Math.Abs(rounded - value) <= Math.Abs(value) * 5.1e-9);
            Assert.InRange(rounded.ToString("R", null).TrimStart('-').Replace(".", "", StringComparison.Ordinal).Split('E')[0].Trim('0').Length, 1, 9);
        }
    }

    [Fact]
    public void Significant_DigitsOutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Significant(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Significant(1, 16));
    }
}
