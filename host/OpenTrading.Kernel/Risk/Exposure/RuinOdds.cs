using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>Independent trades that win <c>b</c> times or lose once a fixed fraction of the present equity.</summary>
/// <param name="p">Probability of a win, 0 to 1.</param>
/// <param name="b">Win in multiples of the risk, above 0.</param>
/// <param name="f">Fraction risked, 0 to 1.</param>
internal sealed class RuinOdds(double p, double b, double f)
{
    private const int Runs = 2000;
    private const ulong Seed = 1;

    /// <summary>Mean result in multiples of the risk: p b - (1 - p).</summary>
    public double Expectancy => (p * b) - (1 - p);

    /// <summary>Fraction with the highest expected growth: p - (1 - p) / b. Source: Kelly (1956).</summary>
    public double Kelly => p - ((1 - p) / b);

    /// <summary>Probability that equity ever falls to <paramref name="floor"/> of the start within so many trades.</summary>
    /// <remarks>Exact: equity depends on the number of wins alone, so the probabilities of all counts of wins are carried forward, less what fell out.</remarks>
    public double Ruin(double floor, int trades)
    {
        double win = Math.Log(1 + (b * f));
        double loss = Math.Log(1 - f);
        double bottom = Math.Log(floor) + 1e-12;
        double[] alive = new double[trades + 2];
        alive[0] = 1;
        double ruined = 0;
        for (int n = 1; n <= trades; n++)
        {
            for (int wins = n; wins >= 0; wins--)
            {
                double here = (wins > 0 ? alive[wins - 1] * p : 0) + (wins < n ? alive[wins] * (1 - p) : 0);
                bool falls = (wins * win) + ((n - wins) * loss) <= bottom;
                ruined += falls ? here : 0;
                alive[wins] = falls ? 0 : here;
            }
        }

        return Math.Clamp(ruined, 0, 1);
    }

    /// <summary>Median of the deepest fall from a high, as a fraction, over simulated runs with a fixed seed.</summary>
    public double MedianDrawdown(int trades)
    {
        var random = new Xoshiro256(Seed);
        double[] deepest = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            double equity = 1;
            double high = 1;
            for (int n = 0; n < trades; n++)
            {
                equity *= random.NextDouble() < p ? 1 + (b * f) : 1 - f;
                high = Math.Max(high, equity);
                deepest[run] = Math.Max(deepest[run], 1 - (equity / high));
            }
        }

        Array.Sort(deepest);
        return (deepest[(Runs / 2) - 1] + deepest[Runs / 2]) / 2;
    }

    /// <summary>Smallest length that the longest run of losses does not exceed with a probability.</summary>
    public int LosingStreak(int trades, double probability)
    {
        int longest = 0;
        while (longest < trades && NoLonger(longest, trades) < probability)
        {
            longest++;
        }

        return longest;
    }

    // P(no run above k in n) = P(no run in n - 1) - P(a run of k + 1 ends at n for the first time): it follows a win, or starts the sequence.
    private double NoLonger(int k, int trades)
    {
        double run = Math.Pow(1 - p, k + 1);
        double[] none = new double[trades + 1];
        for (int n = 0; n <= trades; n++)
        {
            none[n] = n <= k ? 1 : n == k + 1 ? 1 - run : none[n - 1] - (p * run * none[n - k - 2]);
        }

        return none[trades];
    }
}
