namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Which points of a long series are shown.</summary>
internal static class Thinned
{
    /// <summary>Rising indexes, at most so many: the first, the last, and the highest value of each stretch between them.</summary>
    /// <param name="values">The series.</param>
    /// <param name="most">2 or more.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<double> values, int most)
    {
        int count = values.Count;
        if (count <= most)
        {
            return [.. Enumerable.Range(0, count)];
        }

        var kept = new List<int> { 0 };
        int stretches = most - 2;
        for (int k = 0; k < stretches; k++)
        {
            int from = 1 + (int)((long)(count - 2) * k / stretches);
            int to = 1 + (int)((long)(count - 2) * (k + 1) / stretches);
            kept.Add(Enumerable.Range(from, to - from).MaxBy(i => values[i]));
        }

        kept.Add(count - 1);
        return kept;
    }
}
