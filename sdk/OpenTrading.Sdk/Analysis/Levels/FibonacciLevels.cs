namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>Retracements of a move, and extensions beyond its end, by Fibonacci's ratios.</summary>
internal static class FibonacciLevels
{
    private static readonly (double Ratio, double Weight)[] Ratios =
        [(0.236, 25), (0.382, 40), (0.5, 40), (0.618, 50), (0.786, 30), (1.272, 25), (1.618, 30)];

    /// <summary>The levels: ratios below 1 measure back from the end of the move, those above it on from its beginning.</summary>
    public static IEnumerable<Candidate> Of(Leg leg)
    {
        double range = leg.To - leg.From;
        foreach ((double ratio, double weight) in range == 0 ? [] : Ratios)
        {
            double price = ratio < 1 ? leg.To - (ratio * range) : leg.From + (ratio * range);
            if (price > 0)
            {
                yield return new Candidate(price, LevelKind.Fibonacci, FormattableString.Invariant($"{ratio * 100:0.0} % {(ratio < 1 ? "retracement" : "extension")}"), weight);
            }
        }
    }
}
