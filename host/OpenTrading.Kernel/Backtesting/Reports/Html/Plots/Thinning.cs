namespace OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

/// <summary>Takes points out of a long series so that its picture stays the same.</summary>
internal static class Thinning
{
    /// <summary>Indexes of first, lowest, highest and last value of each of so many stretches: no extreme is lost.</summary>
    public static IReadOnlyList<int> Extremes(ReadOnlySpan<double> values, int stretches)
    {
        int n = values.Length;
        if (n <= stretches * 4)
        {
            return [.. Enumerable.Range(0, n)];
        }

        var kept = new List<int>();
        for (int k = 0; k < stretches; k++)
        {
            int from = (int)((long)n * k / stretches);
            int to = (int)((long)n * (k + 1) / stretches);
            (int low, int high) = (from, from);
            for (int i = from; i < to; i++)
            {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
            }

            int[] points = [from, Math.Min(low, high), Math.Max(low, high), to - 1];
            kept.AddRange(points.Distinct());
        }

        return kept;
    }

    /// <summary>Every so-manieth of a list, so that at most <paramref name="most"/> are left.</summary>
    public static IEnumerable<T> Evenly<T>(IReadOnlyList<T> items, int most)
    {
        int count = Math.Min(most, items.Count);
        for (int i = 0; i < count; i++)
        {
            yield return items[(int)((long)items.Count * i / count)];
        }
    }
}
