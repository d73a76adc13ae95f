using OpenTrading.Sdk.Features;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Features.Sets;

/// <summary>Two features that say nearly the same.</summary>
/// <param name="A">One.</param>
/// <param name="B">The other.</param>
/// <param name="Value">Pearson's correlation of their values, -1 to 1.</param>
public sealed record CorrelatedFeatures(string A, string B, double Value)
{
    private const double High = 0.8;
    private const int MostPairs = 25;

    internal static IReadOnlyList<CorrelatedFeatures> Of(FeatureTable table, int first, int end)
    {
        // Rows in which every feature that has values has one, so that all pairs speak of the same bars.
        int[] features = [.. Enumerable.Range(0, table.Set.Features.Count).Where(f => table[f][first..end].ContainsAnyExcept(double.NaN))];
        int[] rows = [.. Enumerable.Range(first, end - first).Where(row => features.All(f => double.IsFinite(table[f][row])))];
        double[][] columns = [.. features.Select(f => rows.Select(row => table[f][row]).ToArray())];
        var pairs = new List<CorrelatedFeatures>();
        for (int a = 0; a < features.Length; a++)
        {
            for (int b = a + 1; b < features.Length; b++)
            {
                double value = Correlation.Pearson(columns[a], columns[b]);
                if (Math.Abs(value) >= High)
                {
                    pairs.Add(new CorrelatedFeatures(table.Set.Features[features[a]].Name, table.Set.Features[features[b]].Name, Math.Round(value, 4)));
                }
            }
        }

        return [.. pairs.OrderByDescending(p => Math.Abs(p.Value)).Take(MostPairs)];
    }
}
