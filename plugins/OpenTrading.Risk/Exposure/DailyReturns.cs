using OpenTrading.Sdk.Risk;

namespace OpenTrading.Risk.Exposure;

/// <summary>Logarithmic returns from day to day.</summary>
internal static class DailyReturns
{
    /// <summary>Correlation of the newest returns of two symbols over the days that both have.</summary>
    /// <param name="a">Closes of one, oldest first.</param>
    /// <param name="b">Closes of the other, oldest first.</param>
    /// <param name="bars">How many returns.</param>
    /// <returns>Null when there are fewer, or one of them does not vary.</returns>
    public static double? Correlation(IReadOnlyList<DailyClose> a, IReadOnlyList<DailyClose> b, int bars)
    {
        var (x, y) = (new double[bars + 1], new double[bars + 1]);
        int found = bars + 1;
        for (int i = a.Count - 1, j = b.Count - 1; i >= 0 && j >= 0 && found > 0;)
        {
            int order = a[i].Day.CompareTo(b[j].Day);
            if (order == 0)
            {
                (x[--found], y[found]) = (Math.Log(a[i].Price), Math.Log(b[j].Price));
            }

            (i, j) = (order >= 0 ? i - 1 : i, order <= 0 ? j - 1 : j);
        }

        if (found > 0)
        {
            return null;
        }

        for (int i = 0; i < bars; i++)
        {
            (x[i], y[i]) = (x[i + 1] - x[i], y[i + 1] - y[i]);
        }

        double correlation = Sdk.Statistics.Correlation.Pearson(x.AsSpan(0, bars), y.AsSpan(0, bars));
        return double.IsFinite(correlation) ? correlation : null;
    }
}
