using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Breakdowns;

/// <summary>One fall of equity from a peak until it was reached again.</summary>
/// <param name="PeakAt">Bar of the peak, UTC; the first bar where it was the initial cash.</param>
/// <param name="TroughAt">Bar of the lowest equity, UTC.</param>
/// <param name="RecoveredAt">First bar that reached the peak again, UTC; null where none did.</param>
/// <param name="Depth">Peak less trough, account currency.</param>
/// <param name="DepthPct">The same in percent of the peak.</param>
/// <param name="Bars">Bars from the peak to the recovery, or to the last bar.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DrawdownSpan(DateTime PeakAt, DateTime TroughAt, DateTime? RecoveredAt, double Depth, double DepthPct, int Bars)
{
    /// <summary>The deepest falls in percent, the deepest first; of equals the earlier.</summary>
    /// <param name="curve">Equity.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<DrawdownSpan> Deepest(EquityCurve curve, int most)
    {
        var spans = new List<DrawdownSpan>();
        (double peak, int peakBar, int trough) = (curve.InitialCash, 0, -1);
        for (int i = 0; i < curve.Count; i++)
        {
            double equity = curve.Equity[i];
            if (equity >= peak)
            {
                Close(i, curve.TimeOf(i));
                (peak, peakBar, trough) = (equity, i, -1);
            }
            else if (trough < 0 || equity < curve.Equity[trough])
            {
                trough = i;
            }
        }

        Close(curve.Count - 1, null);
        return [.. spans.OrderByDescending(s => s.DepthPct).Take(most)];

        void Close(int end, DateTime? recovered)
        {
            if (trough >= 0)
            {
                double depth = peak - curve.Equity[trough];
                spans.Add(new DrawdownSpan(
                    curve.TimeOf(peakBar), curve.TimeOf(trough), recovered, Rounding.Significant(depth, 12), Rounding.Significant(100 * (depth / peak), 6), end - peakBar));
            }
        }
    }
}
