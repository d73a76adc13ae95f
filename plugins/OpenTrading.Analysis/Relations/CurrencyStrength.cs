using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Relations;

/// <summary>
/// Changes of currencies from those of pairs: the ones, zero in the mean, whose differences are nearest to the logarithmic changes of the pairs by
/// least squares. With a pair of every two it is the mean change against all others.
/// </summary>
internal static class CurrencyStrength
{
    /// <summary>Logarithmic changes by currency.</summary>
    /// <param name="pairs">Base, quote and logarithmic change of each pair; all currencies hang together.</param>
    public static IReadOnlyDictionary<string, double> Of(IReadOnlyList<(string Base, string Quote, double Change)> pairs)
    {
        string[] codes = [.. pairs.SelectMany(p => new[] { p.Base, p.Quote }).Distinct().Order(StringComparer.Ordinal)];

        // The sum of zero is two rows of the regression: it fits exactly whatever the pairs say, and there are always more rows than currencies.
        double[] target = [.. pairs.Select(p => p.Change), 0, 0];
        double[][] columns = [.. codes.Select(code => (double[])[.. pairs.Select(p => p.Base == code ? 1.0 : p.Quote == code ? -1 : 0), 1, 1])];
        LinearModel model = LinearModel.Fit(columns, target) ?? throw new ArgumentException("The pairs do not hang together.", nameof(pairs));
        return codes.Zip(model.Coefficients).ToDictionary(c => c.First, c => c.Second);
    }

    /// <summary>The largest set of pairs whose currencies hang together.</summary>
    public static IReadOnlyList<T> Connected<T>(IReadOnlyList<T> pairs, Func<T, (string Base, string Quote)> currencies)
    {
        List<T> left = [.. pairs];
        List<T> largest = [];
        while (left.Count > largest.Count)
        {
            HashSet<string> reached = [currencies(left[0]).Base];
            int before;
            do
            {
                before = reached.Count;
                foreach ((string from, string to) in left.Select(currencies).Where(c => reached.Contains(c.Base) || reached.Contains(c.Quote)))
                {
                    reached.Add(from);
                    reached.Add(to);
                }
            }
            while (reached.Count > before);

            List<T> together = [.. left.Where(p => reached.Contains(currencies(p).Base))];
            left.RemoveAll(together.Contains);
            largest = together.Count > largest.Count ? together : largest;
        }

        return largest;
    }
}
