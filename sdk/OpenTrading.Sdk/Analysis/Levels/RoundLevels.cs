namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>Round prices around the newest close.</summary>
internal static class RoundLevels
{
    private const double RangesApart = 4;
    private const int OnEachSide = 3;
    private static readonly decimal[] Multiples = [1, 2, 5];

    /// <summary>
    /// Multiples of the smallest 1, 2 or 5 times a power of ten that is at least four average true ranges. Multiples of ten times that weigh 50,
    /// of five times 40, others 25.
    /// </summary>
    /// <param name="close">Newest close.</param>
    /// <param name="range">Average true range, price units.</param>
    public static IEnumerable<Candidate> Of(double close, double range)
    {
        decimal step = Step(range * RangesApart);
        decimal below = Math.Floor((decimal)close / step);
        for (decimal multiple = below - OnEachSide + 1; multiple <= below + OnEachSide; multiple++)
        {
            if (multiple > 0)
            {
                yield return new Candidate((double)(multiple * step), LevelKind.Round, "round number", multiple % 10 == 0 ? 50 : multiple % 5 == 0 ? 40 : 25);
            }
        }
    }

    private static decimal Step(double least)
    {
        int power = (int)Math.Floor(Math.Log10(least));
        decimal ten = power >= 0 ? (decimal)Math.Pow(10, power) : 1m / (decimal)Math.Pow(10, -power);
        return Multiples.Select(m => m * ten).FirstOrDefault(s => (double)s >= least, 10 * ten);
    }
}
