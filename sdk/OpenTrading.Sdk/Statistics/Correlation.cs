namespace OpenTrading.Sdk.Statistics;

/// <summary>How two series of numbers go together, -1 to 1.</summary>
public static class Correlation
{
    /// <summary>Of the values: Pearson's product-moment correlation. NaN where one of them does not vary.</summary>
    public static double Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double meanA = Moments.Mean(a);
        double meanB = Moments.Mean(b);
        double both = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double x = a[i] - meanA;
            double y = b[i] - meanB;
            both += x * y;
            squareA += x * x;
            squareB += y * y;
        }

        return squareA > 0 && squareB > 0 ? both / Math.Sqrt(squareA * squareB) : double.NaN;
    }

    /// <summary>Of the ranks: Spearman's rank correlation. NaN where one of them does not vary.</summary>
    public static double Spearman(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => Pearson(Ranks(a), Ranks(b));

    /// <summary>Ranks from 1; equal values share the mean of theirs.</summary>
    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (int first = 0; first < sorted.Length;)
        {
            int end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first])
            {
                end++;
            }

            for (int i = first; i < end; i++)
            {
                ranks[order[i]] = (first + 1 + end) / 2.0;
            }

            first = end;
        }

        return ranks;
    }
}
