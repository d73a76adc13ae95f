using OpenTrading.Sdk.Analysis.Structure;

namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>Prices at which the market turned, those close to each other made one.</summary>
internal static class SwingLevels
{
    private const double OneTouch = 30;
    private const double FurtherTouch = 10;
    private const double Highest = 70;

    /// <summary>The levels of a lookback. A level is the mean of its turns and weighs 30, and 10 for each turn after the first, at most 70.</summary>
    /// <param name="asked">The bars.</param>
    /// <param name="tolerance">Widest range of the turns of one level, price units.</param>
    public static IEnumerable<Candidate> Of(Lookback asked, double tolerance)
    {
        List<SwingPoint> cluster = [];
        foreach (SwingPoint point in asked.Swings.Where(s => s.Bar >= asked.First).OrderBy(s => s.Price))
        {
            if (cluster.Count > 0 && point.Price - cluster[0].Price > tolerance)
            {
                yield return Level(asked, cluster);
                cluster.Clear();
            }

            cluster.Add(point);
        }

        if (cluster.Count > 0)
        {
            yield return Level(asked, cluster);
        }
    }

    private static Candidate Level(Lookback asked, List<SwingPoint> turns)
    {
        double price = turns.Average(t => t.Price);
        return new Candidate(
            price,
            LevelKind.Swing,
            price > asked.Close ? "resistance" : "support",
            Math.Min(Highest, OneTouch + (FurtherTouch * (turns.Count - 1))),
            turns.Count,
            asked.TimeOf(turns.Max(t => t.Bar)));
    }
}
