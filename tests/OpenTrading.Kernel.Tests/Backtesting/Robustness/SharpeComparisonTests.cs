using OpenTrading.Kernel.Backtesting.Robustness.Significance;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

/// <summary>Differences and haircuts of Sharpe ratios.</summary>
public sealed class SharpeComparisonTests
{
    [Fact]
    public void PValue_OfARunWithItself_IsOne()
    {
        double[] returns = [.. Returns(1, 0.01)];

        Assert.Equal(1, SharpeDifference.PValue(returns, returns));
    }

    [Fact]
    public void PValue_OfUncorrelatedRuns_IsTheFormulaByHand()
    {
        // Means 0.5 and 0, deviations with n - 1 of the root of 4/3: SR 0.433 and 0, correlation 0, V = (2 + 0.09375) / 4.
        double[] first = [1.5, -0.5, 1.5, -0.5];
        double[] second = [1, 1, -1, -1];

        Assert.Equal(0.5495, SharpeDifference.PValue(first, second), 5e-4);
    }

    [Fact]
    public void PValue_OfSkillAgainstNone_IsSmall()
    {
        double[] skilled = [.. Returns(1, 0.6)];
        double[] none = [.. Returns(2, 0)];

        Assert.InRange(SharpeDifference.PValue(skilled, none), 0, 1e-6);
    }

    [Fact]
    public void Fraction_OfATValueOfThreeAndOneTrial_IsNothing() => Assert.Equal(0, SharpeHaircut.Fraction(OfT(3), 1), 1e-12);

    [Fact]
    public void Fraction_OfATValueOfThreeAndTenTrials_IsBonferronis()
    {
        // Two-sided p of 3 is 0.0026998; ten times that is that of 2.2132: 26.2 % less.
        Assert.Equal(0.2623, SharpeHaircut.Fraction(OfT(3), 10), 1e-3);
    }

    [Fact]
    public void Fraction_OfMoreTrialsThanItCouldBear_IsAll() => Assert.Equal(1, SharpeHaircut.Fraction(OfT(3), 1000), 1e-12);

    [Fact]
    public void Fraction_OfARatioBelowZero_IsAll() => Assert.Equal(1, SharpeHaircut.Fraction(OfT(-1), 1));

    private static SharpeSample OfT(double t) => new(t / 20, 400, 0, 3);

    private static IEnumerable<double> Returns(ulong seed, double mean)
    {
        var random = new OpenTrading.Simulation.Randomness.Xoshiro256(seed);
        return Enumerable.Range(0, 500).Select(_ => mean + (2 * random.NextDouble()) - 1).ToArray();
    }
}
