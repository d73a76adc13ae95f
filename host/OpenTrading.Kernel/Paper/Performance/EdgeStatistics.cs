using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Paper.Performance;

/// <summary>What can be concluded from results in multiples of their risk. Drawn with a fixed seed: the same results give the same answer.</summary>
internal static class EdgeStatistics
{
    /// <summary>Fewest results that prove anything.</summary>
    public const int Enough = 30;

    private const int Draws = 5000;
    private const ulong Seed = 1;

    /// <summary>The interval that holds the true mean in 95 of 100 cases, by drawing as many results again with replacement; null of fewer than two.</summary>
    /// <remarks>The percentile bootstrap. Source: Efron (1979).</remarks>
    public static EdgeInterval? Interval(double[] results)
    {
        if (results.Length < 2)
        {
            return null;
        }

        var random = new Xoshiro256(Seed);
        double[] means = new double[Draws];
        for (int draw = 0; draw < Draws; draw++)
        {
            double sum = 0;
            for (int i = 0; i < results.Length; i++)
            {
                sum += results[random.Below(results.Length)];
            }

            means[draw] = sum / results.Length;
        }

        Array.Sort(means);
        return new EdgeInterval(Math.Round(Quantile.OfSorted(means, 0.025), 4), Math.Round(Quantile.OfSorted(means, 0.975), 4));
    }

    /// <summary>Probability of a difference of the means at least so large when both sets come from one source, by exchanging them at random.</summary>
    /// <remarks>The permutation test, the observed order counted among the random ones. Source: Phipson and Smyth (2010).</remarks>
    public static double PermutationPValue(double[] a, double[] b)
    {
        double[] all = [.. a, .. b];
        double observed = Math.Abs(Moments.Mean(a) - Moments.Mean(b)) - 1e-12;
        var random = new Xoshiro256(Seed);
        int atLeast = 1;
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = 0; i < a.Length; i++)
            {
                int j = i + (int)random.Below(all.Length - i);
                (all[i], all[j]) = (all[j], all[i]);
            }

            atLeast += Math.Abs(Moments.Mean(all.AsSpan(0, a.Length)) - Moments.Mean(all.AsSpan(a.Length))) >= observed ? 1 : 0;
        }

        return Math.Round(atLeast / (Draws + 1.0), 4);
    }
}
