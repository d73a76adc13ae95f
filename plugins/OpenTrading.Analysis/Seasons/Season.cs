using System.Globalization;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Seasons;

/// <summary>Returns by season.</summary>
internal static class Season
{
    private const double Level = 0.05;

    /// <summary>Groups the returns from each bar's predecessor to it, by the time of the bar.</summary>
    /// <param name="bars">Bars of the length that the kind asks for.</param>
    /// <param name="first">First bar whose return counts; at least 1.</param>
    /// <param name="kind">By what.</param>
    public static IReadOnlyList<SeasonBucket> Of(BarSeries bars, int first, SeasonKind kind)
    {
        var groups = Enumerable.Range(first, bars.Count - first)
            .Select(i => (Key: Key(bars[i].Time, kind), Return: 100 * ((bars.Close[i] / bars.Close[i - 1]) - 1)))
            .GroupBy(r => r.Key, r => r.Return).OrderBy(g => g.Key).ToArray();
        double bound = -NormalDistribution.Quantile(Level / 2 / groups.Length);
        return [.. groups.Select(g => Bucket(Name(g.Key, kind), [.. g], bound))];
    }

    private static SeasonBucket Bucket(string name, double[] returns, double bound)
    {
        double mean = Moments.Mean(returns);
        double t = mean / (Moments.Deviation(returns) / Math.Sqrt(returns.Length));
        return new SeasonBucket(
            name,
            returns.Length,
            Rounding.Significant(mean, 4),
            Math.Round(100.0 * returns.Count(r => r > 0) / returns.Length, 1),
            double.IsFinite(t) ? Math.Round(t, 2) : null,
            double.IsFinite(t) && Math.Abs(t) > bound);
    }

    // A broker's day that begins in the evening bears the name of the day that follows, as traders call it.
    private static int Key(DateTime open, SeasonKind kind)
    {
        DateTime middle = open.AddHours(12);
        return kind switch
        {
            SeasonKind.Hour => open.Hour,
            SeasonKind.Weekday => (int)middle.DayOfWeek,
            SeasonKind.Month => middle.Month,
            _ => middle.Day,
        };
    }

    private static string Name(int key, SeasonKind kind) => kind == SeasonKind.Weekday
        ? ((DayOfWeek)key).ToString().ToLowerInvariant()
        : key.ToString(CultureInfo.InvariantCulture);
}
