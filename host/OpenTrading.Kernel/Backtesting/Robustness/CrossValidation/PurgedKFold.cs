namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>K-fold cross-validation for labels that look ahead: samples beside a test range are purged, and those after it embargoed.</summary>
/// <remarks>Source: López de Prado, Advances in Financial Machine Learning (2018), chapter 7.</remarks>
public static class PurgedKFold
{
    /// <summary>The folds.</summary>
    /// <param name="samples">Number of samples, at least <paramref name="folds"/>.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <param name="horizon">Samples that a label reaches beyond its own, 0 or more.</param>
    /// <param name="embargo">Share of all samples left out after a test range, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static IReadOnlyList<PurgedFold> Folds(int samples, int folds, int horizon, double embargo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, folds);
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        if (embargo is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(embargo), embargo, "The embargo is a share of the samples, from 0 to below 1.");
        }

        int embargoed = (int)Math.Ceiling(embargo * samples);
        return
        [
            .. Enumerable.Range(0, folds).Select(k =>
            {
                var test = new IndexRange((int)((long)samples * k / folds), (int)((long)samples * (k + 1) / folds));
                IndexRange[] train =
                [
                    new(0, test.From - horizon),
                    new((int)Math.Min(samples, (long)test.To + horizon + embargoed), samples),
                ];
                return new PurgedFold(k, test, [.. train.Where(r => r.Count > 0)]);
            }),
        ];
    }
}
