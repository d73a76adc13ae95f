namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>How far and how long equity stayed below its highest value. The running peak starts at the initial cash.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DrawdownMetrics
{
    /// <summary>Deepest fall from a peak, account currency, 0 or more.</summary>
    public required double MaxDrawdown { get; init; }

    /// <summary>Deepest fall in percent of its peak; not necessarily the same fall.</summary>
    public required double MaxDrawdownPct { get; init; }

    /// <summary>Longest time from a peak to the first bar that reaches it again, or to the last bar, days.</summary>
    public required double LongestDays { get; init; }

    /// <summary>The same in bars.</summary>
    public required int LongestBars { get; init; }

    /// <summary>Root of the mean over all bars of the squared drawdown in percent (Martin, 1987). NaN without bars.</summary>
    public required double UlcerIndex { get; init; }

    internal static MetricGroup Group { get; } = new("Drawdown",
    [
        new("maxDrawdown", "Deepest drawdown, money", MetricUnit.Money, MetricAim.Lower, "Largest fall of equity from an earlier peak.", s => s.Drawdown.MaxDrawdown),
        new("maxDrawdownPct", "Deepest drawdown", MetricUnit.Percent, MetricAim.Lower, "Largest fall in percent of its peak.", s => s.Drawdown.MaxDrawdownPct),
        new("maxDrawdownDurationDays", "Longest drawdown, days", MetricUnit.Days, MetricAim.Lower, "Longest time below a peak.", s => s.Drawdown.LongestDays),
        new("maxDrawdownDurationBars", "Longest drawdown, bars", MetricUnit.Count, MetricAim.Lower, "Longest time below a peak, in bars.", s => s.Drawdown.LongestBars),
        new("ulcerIndex", "Ulcer index", MetricUnit.Percent, MetricAim.Lower, "Root mean square of the drawdown of all bars.", s => s.Drawdown.UlcerIndex),
        new("calmar", "Calmar ratio", MetricUnit.Ratio, MetricAim.Higher, "Annual growth over the deepest drawdown.", s => s.Calmar),
        new("recoveryFactor", "Recovery factor", MetricUnit.Ratio, MetricAim.Higher, "Net profit over the deepest drawdown.", s => s.RecoveryFactor),
    ]);

    /// <summary>Reads them from an equity curve.</summary>
    public static DrawdownMetrics Of(EquityCurve curve)
    {
        double peak = curve.InitialCash;
        int peakBar = 0;
        bool below = false;
        (double deepest, double deepestPct, double squares) = (0, 0, 0);
        (int longestBars, long longestTicks) = (0, 0);
        ReadOnlySpan<double> equity = curve.Equity;
        ReadOnlySpan<long> times = curve.Times;
        for (int i = 0; i < equity.Length; i++)
        {
            double fall = peak - equity[i];
            if (fall > 0)
            {
                double pct = 100 * (fall / peak);
                deepest = Math.Max(deepest, fall);
                deepestPct = Math.Max(deepestPct, pct);
                squares += pct * pct;
                below = true;
            }

            // A peak that is only carried on from bar to bar is no drawdown; one that was left ends where it is reached again, or with the data.
            if (below && (fall <= 0 || i == equity.Length - 1))
            {
                longestBars = Math.Max(longestBars, i - peakBar);
                longestTicks = Math.Max(longestTicks, times[i] - times[peakBar]);
            }

            if (fall <= 0)
            {
                (peak, peakBar, below) = (equity[i], i, false);
            }
        }

        return new DrawdownMetrics
        {
            MaxDrawdown = deepest,
            MaxDrawdownPct = deepestPct,
            LongestDays = TimeSpan.FromTicks(longestTicks).TotalDays,
            LongestBars = longestBars,
            UlcerIndex = Math.Sqrt(squares / equity.Length),
        };
    }
}
