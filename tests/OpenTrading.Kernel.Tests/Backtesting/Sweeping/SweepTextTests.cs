using OpenTrading.Kernel.Backtesting.Sweeps;

namespace OpenTrading.Kernel.Tests.Backtesting.Sweeping;

public class SweepTextTests
{
    [Theory]
    [InlineData("fast=2..10:4", new[] { 2.0, 6, 10 })]
    [InlineData("fast=2..4", new[] { 2.0, 3, 4 })]
    [InlineData("k=0.1..0.3:0.1", new[] { 0.1, 0.2, 0.3 })]
    [InlineData("k=5,1,3,1", new[] { 1.0, 3, 5 })]
    [InlineData("k=-2..-1", new[] { -2.0, -1 })]
    public void Parse_Range_GivesItsValues(string text, double[] values) => Assert.Equal(values, SweepText.Parse(text).Values);

    [Theory]
    [InlineData("fast", "write NAME=FROM..TO:STEP")]
    [InlineData("=1..2", "write NAME=FROM..TO:STEP")]
    [InlineData("fast=1..x", "'x' is no number")]
    [InlineData("fast=1e3", "'1e3' is no number")]
    [InlineData("fast=5..2", "the range must rise")]
    [InlineData("fast=1..9:0", "the range must rise")]
    [InlineData("fast=0..1000000000", "more than 100000 values")]
    public void Parse_Unfit_SaysWhy(string text, string why) => Assert.Contains(why, Assert.Throws<FormatException>(() => SweepText.Parse(text)).Message, StringComparison.Ordinal);
}
