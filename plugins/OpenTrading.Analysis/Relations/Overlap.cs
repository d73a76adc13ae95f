using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Relations;

/// <summary>Closes of several symbols at the times at which all of them have a bar.</summary>
internal static class Overlap
{
    /// <summary>The common closes, oldest first, one array a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="most">At most so many, the newest.</param>
    public static double[][] Closes(IReadOnlyList<BarSeries> series, int most)
    {
        int[] at = [.. series.Select(s => s.Count - 1)];
        List<double>[] newestFirst = [.. series.Select(_ => new List<double>())];
        while (newestFirst[0].Count < most && at.All(i => i >= 0))
        {
            long earliest = long.MaxValue;
            for (int s = 0; s < at.Length; s++)
            {
                earliest = Math.Min(earliest, series[s].Times[at[s]]);
            }

            bool common = true;
            for (int s = 0; s < at.Length; s++)
            {
                while (at[s] >= 0 && series[s].Times[at[s]] > earliest)
                {
                    at[s]--;
                    common = false;
                }
            }

            for (int s = 0; common && s < at.Length; s++)
            {
                newestFirst[s].Add(series[s].Close[at[s]--]);
            }
        }

        return [.. newestFirst.Select(closes => Enumerable.Reverse(closes).ToArray())];
    }
}
