using System.Runtime.InteropServices;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Features.Conditions;

/// <summary>Returns from the close of some bars to the close a number of bars later; null where there are none.</summary>
/// <param name="N">Bars with a return.</param>
/// <param name="MeanPct">Mean, percent.</param>
/// <param name="MedianPct">Median, percent.</param>
/// <param name="WinPct">Share of returns above zero, percent.</param>
/// <param name="TStat">
/// Distance of the mean from that of all bars in standard errors, returns that overlap counted once; null for all bars.
/// </param>
public sealed record ForwardReturns(int N, double? MeanPct, double? MedianPct, double? WinPct, double? TStat)
{
    private const int Digits = 4;

    internal static ForwardReturns Of(BarSeries bars, int first, int horizon, Predicate<int> counts, ForwardReturns? against)
    {
        List<double> returns = [];
        int apart = 0;
        int free = first;
        for (int bar = first; bar < bars.Count - horizon; bar++)
        {
            if (counts(bar))
            {
                returns.Add(100 * ((bars.Close[bar + horizon] / bars.Close[bar]) - 1));
                (apart, free) = bar >= free ? (apart + 1, bar + horizon) : (apart, free);
            }
        }

        if (returns.Count == 0)
        {
            return new ForwardReturns(0, null, null, null, null);
        }

        double[] sorted = [.. returns.Order()];
        double mean = Moments.Mean(CollectionsMarshal.AsSpan(returns));
        double error = Moments.Deviation(CollectionsMarshal.AsSpan(returns)) / Math.Sqrt(apart);
        double? t = against?.Mean is { } usual && apart > 1 && error > 0 ? Rounding.Significant((mean - usual) / error, Digits) : null;
        return new ForwardReturns(
            sorted.Length,
            Rounding.Significant(mean, Digits),
            Rounding.Significant(Quantile.OfSorted(sorted, 0.5), Digits),
            Math.Round(100.0 * sorted.Count(r => r > 0) / sorted.Length, 2),
            t)
        {
            Mean = mean,
        };
    }

    // The mean before it was rounded to be shown.
    private double? Mean { get; init; }
}
