using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>Random returns with the covariance of the past, each drawn vector beside its mirror image, so that no drift comes of chance.</summary>
internal sealed class SimulatedLosses : ILossModel
{
    /// <summary>How many vectors are drawn.</summary>
    public const int Draws = 10_000;

    private const ulong Seed = 1;

    public LossTail Of(double[] exposures, ReturnTable daily, int days, double confidence)
    {
        double[,] root = Root(daily);
        double scale = Math.Sqrt(days);
        var random = new Xoshiro256(Seed);
        double[] losses = new double[2 * Draws];
        double[] z = new double[exposures.Length];
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = 0; i < z.Length; i++)
            {
                // Never exactly 0, where the normal distribution has no quantile.
                z[i] = NormalDistribution.Quantile((random.NextDouble() * (1 - 1e-12)) + 5e-13);
            }

            (double up, double down) = (0, 0);
            for (int i = 0; i < z.Length; i++)
            {
                double move = 0;
                for (int j = 0; j <= i; j++)
                {
                    move += root[i, j] * z[j];
                }

                up += exposures[i] * (Math.Exp(move * scale) - 1);
                down += exposures[i] * (Math.Exp(-move * scale) - 1);
            }

            (losses[2 * draw], losses[(2 * draw) + 1]) = (-up, -down);
        }

        return LossTail.Of(losses, confidence);
    }

    // Cholesky's root of the covariance. An instrument that the ones before it explain wholly adds nothing of its own.
    private static double[,] Root(ReturnTable daily)
    {
        int n = daily.Columns.Count;
        double[] means = [.. daily.Columns.Select(c => Moments.Mean(c))];
        double[,] root = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = Covariance(daily, means, i, j);
                for (int k = 0; k < j; k++)
                {
                    rest -= root[i, k] * root[j, k];
                }

                root[i, j] = i == j ? Math.Sqrt(Math.Max(0, rest)) : root[j, j] > 1e-12 ? rest / root[j, j] : 0;
            }
        }

        return root;
    }

    private static double Covariance(ReturnTable daily, double[] means, int i, int j) =>
        daily.Columns[i].Zip(daily.Columns[j], (a, b) => (a - means[i]) * (b - means[j])).Sum() / (daily.Days - 1);
}
