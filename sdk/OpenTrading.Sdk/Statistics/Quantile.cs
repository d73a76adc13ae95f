namespace OpenTrading.Sdk.Statistics;

/// <summary>Quantiles by linear interpolation between the neighbouring ranks (type 7 of Hyndman and Fan, 1996).</summary>
public static class Quantile
{
    /// <summary>Quantile of values in any order.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="share">0 for the lowest, 1 for the highest.</param>
    public static double Of(IReadOnlyCollection<double> values, double share) => OfSorted([.. values.Order()], share);

    /// <summary>Quantile of rising values.</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
