using System.Globalization;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals;

/// <summary>
/// Each vote counts with weight x confidence; the action with the largest sum wins. Its confidence is what it has left after the votes against
/// it, per unit of weight cast: unopposed votes keep their own confidence, opposed ones lose by it.
/// </summary>
public sealed class WeightedVoting : IVotingMethod
{
    // Sums of a few products differ by rounding alone below this; closer than that is a tie.
    private const double Tolerance = 1e-12;

    public string Name => "weighted";

    public Tally Count(IReadOnlyList<Vote> votes, int electorate)
    {
        Span<double> sums = stackalloc double[3];
        double weights = 0;
        foreach (Vote vote in votes)
        {
            sums[(int)vote.Signal.Action] += vote.Weight * vote.Signal.Confidence;
            weights += vote.Weight;
        }

        int best = 0;
        double total = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            total += sums[i];
            best = sums[i] > sums[best] ? i : best;
        }

        for (int i = 0; i < sums.Length; i++)
        {
            if (i != best && sums[best] - sums[i] <= Tolerance)
            {
                return Tally.None($"tie: {Text((SignalAction)best, sums[best])} against {Text((SignalAction)i, sums[i])}");
            }
        }

        double against = total - sums[best];
        return new Tally(
            (SignalAction)best,
            Math.Clamp((sums[best] - against) / weights, 0, 1),
            $"{Text((SignalAction)best, sums[best])} of {total.ToString("0.###", CultureInfo.InvariantCulture)}");
    }

    private static string Text(SignalAction action, double sum) =>
        string.Create(CultureInfo.InvariantCulture, $"{action.ToString().ToLowerInvariant()} {sum:0.###}");
}
