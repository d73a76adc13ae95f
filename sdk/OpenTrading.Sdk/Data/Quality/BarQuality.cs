using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data.Quality;

/// <summary>Looks for what is odd in a series of bars.</summary>
public static class BarQuality
{
    /// <summary>Robust standard deviations beyond which a return is an outlier.</summary>
    public const double OutlierDeviations = 20;

    /// <summary>Flat bars in a row that are worth a mention.</summary>
    public const int FlatRunBars = 10;

    // The median absolute deviation of a normal distribution is its standard deviation divided by this (1 / quantile of 0.75).
    private const double DeviationsOfMedian = 1.4826022185056018;

    /// <summary>Examines a series.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="sessions">When the instrument trades; empty for the week of the foreign-exchange market.</param>
    public static QualityReport Examine(BarSeries bars, IReadOnlyList<TradingSession> sessions)
    {
        (List<Gap> gaps, List<DateTime> duplicates) = FindGaps(bars, new TradingWeek(sessions));
        double missing = gaps.Sum(gap => (double)gap.Missing);
        return new QualityReport
        {
            Rows = bars.Count,
            Gaps = gaps,
            GapShare = bars.Count == 0 ? 0 : missing / (missing + bars.Count),
            Duplicates = duplicates,
            Outliers = FindOutliers(bars),
            OhlcFaults = [.. Enumerable.Range(0, bars.Count).Where(i => !bars[i].IsSound).Select(i => bars[i].Time)],
            FlatRuns = FindFlatRuns(bars),
            ZeroVolumeShare = bars.Count == 0 ? 0 : (double)bars.Volume.Count(0d) / bars.Count,
        };
    }

    /// <summary>Looks for gaps alone.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="sessions">When the instrument trades; empty for the week of the foreign-exchange market.</param>
    public static IReadOnlyList<Gap> Gaps(BarSeries bars, IReadOnlyList<TradingSession> sessions) => FindGaps(bars, new TradingWeek(sessions)).Gaps;

    private static (List<Gap> Gaps, List<DateTime> Duplicates) FindGaps(BarSeries bars, TradingWeek week)
    {
        var gaps = new List<Gap>();
        var duplicates = new List<DateTime>();
        long length = bars.Timeframe.Length().Ticks;
        for (int i = 1; i < bars.Count; i++)
        {
            long step = bars.Times[i] - bars.Times[i - 1];
            if (step <= 0)
            {
                duplicates.Add(bars[i].Time);
            }
            else if (step > length && week.MissingBetween(bars.Timeframe, bars[i - 1].Time, bars[i].Time) is > 0 and int missing)
            {
                gaps.Add(new Gap(bars[i - 1].Time, bars[i].Time, missing));
            }
        }

        return (gaps, duplicates);
    }

    private static List<Outlier> FindOutliers(BarSeries bars)
    {
        var outliers = new List<Outlier>();
        if (bars.Count < 3)
        {
            return outliers;
        }

        var returns = new double[bars.Count - 1];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = Math.Log(bars.Close[i + 1] / bars.Close[i]);
        }

        double median = Median(returns);
        double deviation = DeviationsOfMedian * Median(Array.ConvertAll(returns, each => Math.Abs(each - median)));
        if (deviation == 0)
        {
            // More than half of the closes do not move at all, so there is no usual move to compare with.
            return outliers;
        }

        for (int i = 0; i < returns.Length; i++)
        {
            double deviations = Math.Abs(returns[i] - median) / deviation;
            if (deviations > OutlierDeviations)
            {
                outliers.Add(new Outlier(bars[i + 1].Time, returns[i], deviations));
            }
        }

        return outliers;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static List<FlatRun> FindFlatRuns(BarSeries bars)
    {
        var runs = new List<FlatRun>();
        int length = 0;
        for (int i = 0; i <= bars.Count; i++)
        {
            bool flat = i < bars.Count && bars.High[i] == bars.Low[i];
            if (flat && length > 0 && bars.Close[i] == bars.Close[i - 1])
            {
                length++;
                continue;
            }

            if (length >= FlatRunBars)
            {
                runs.Add(new FlatRun(bars[i - length].Time, length, bars.Close[i - 1]));
            }

            length = flat ? 1 : 0;
        }

        return runs;
    }
}
