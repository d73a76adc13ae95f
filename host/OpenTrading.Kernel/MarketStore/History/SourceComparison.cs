using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>Two sources of one series, bar by bar.</summary>
/// <param name="OverlapBars">Bars that both have.</param>
/// <param name="Missing">Bars of the first, within the span of the second, that the second lacks.</param>
/// <param name="CloseDiffPoints">Median distance of their closes, points; null without overlap.</param>
/// <param name="HourShift">Hours to add to the times of the second so that its moves fit the first best, -12 to 12; null where too few bars overlap to tell.</param>
public sealed record SourceComparison(int OverlapBars, int Missing, double? CloseDiffPoints, int? HourShift)
{
    private const int EnoughBars = 50;
    private const int MostHours = 12;

    public static SourceComparison Of(BarSeries first, BarSeries second, Instrument instrument)
    {
        List<double> distances = [];
        int missing = 0;
        for (int i = 0; i < first.Count; i++)
        {
            int at = second.Times.BinarySearch(first.Times[i]);
            if (at >= 0)
            {
                distances.Add(Math.Abs(instrument.ToPoints(first.Close[i]) - instrument.ToPoints(second.Close[at])));
            }
            else if (second.Count > 0 && first.Times[i] > second.Times[0] && first.Times[i] < second.Times[^1])
            {
                missing++;
            }
        }

        return new SourceComparison(distances.Count, missing, distances.Count == 0 ? null : Quantile.Of(distances, 0.5), Shift(first, second));
    }

    private static int? Shift(BarSeries first, BarSeries second) => Enumerable.Range(-MostHours, (2 * MostHours) + 1)
        .Select(hours => (Hours: hours, Fit: Fit(first, second, TimeSpan.FromHours(hours).Ticks)))
        .Where(s => s.Fit is not null)

        // Of equal fits the smallest shift is the likely one.
        .OrderByDescending(s => s.Fit).ThenBy(s => Math.Abs(s.Hours))
        .Select(s => (int?)s.Hours)
        .FirstOrDefault();

    // Correlation of the moves of bars that meet under a shift.
    private static double? Fit(BarSeries first, BarSeries second, long shift)
    {
        List<double> a = [];
        List<double> b = [];
        for (int i = 1; i < first.Count; i++)
        {
            int at = second.Times.BinarySearch(first.Times[i] - shift);
            if (at > 0)
            {
                a.Add(first.Close[i] - first.Close[i - 1]);
                b.Add(second.Close[at] - second.Close[at - 1]);
            }
        }

        double correlation = a.Count < EnoughBars ? double.NaN : Correlation.Pearson([.. a], [.. b]);
        return double.IsNaN(correlation) ? null : Math.Round(correlation, 9);
    }
}
