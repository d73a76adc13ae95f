namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>End and worst of one path.</summary>
/// <param name="FinalEquity">Equity after the last step, account currency.</param>
/// <param name="TotalReturn">Final equity over initial cash, less 1.</param>
/// <param name="MaxDrawdown">Deepest fall from a peak, the initial cash included, account currency.</param>
/// <param name="MaxDrawdownPct">Deepest fall in percent of its peak.</param>
public readonly record struct PathOutcome(double FinalEquity, double TotalReturn, double MaxDrawdown, double MaxDrawdownPct)
{
    /// <summary>Reads them from the equity after each step.</summary>
    public static PathOutcome Of(double initialCash, ReadOnlySpan<double> equity)
    {
        (double peak, double deepest, double deepestPct) = (initialCash, 0, 0);
        foreach (double value in equity)
        {
            peak = Math.Max(peak, value);
            deepest = Math.Max(deepest, peak - value);
            deepestPct = Math.Max(deepestPct, 100 * ((peak - value) / peak));
        }

        double final = equity.Length == 0 ? initialCash : equity[^1];
        return new PathOutcome(final, (final / initialCash) - 1, deepest, deepestPct);
    }
}
