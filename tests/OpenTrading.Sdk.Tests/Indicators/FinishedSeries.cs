using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>Every output of an indicator at every bar: what the updates wrote, amended by the revisions.</summary>
internal static class FinishedSeries
{
    /// <summary>One array an output, one number a bar.</summary>
    /// <param name="indicator">Fresh, or reset.</param>
    /// <param name="bars">Its bars.</param>
    /// <param name="reference">Bars of the reference where it compares two series; by default some that go their own way.</param>
    public static double[][] Of(IIndicator indicator, IReadOnlyList<Bar> bars, IReadOnlyList<Bar>? reference = null)
    {
        double[][] series = [.. indicator.Outputs.Select(_ => new double[bars.Count])];
        double[] row = new double[series.Length];
        for (int bar = 0; bar < bars.Count; bar++)
        {
            Update(indicator, bars[bar], reference is null ? Beside(bars[bar]) : reference[bar], row);
            for (int output = 0; output < row.Length; output++)
            {
                series[output][bar] = row[output];
            }

            foreach (Revision revision in indicator is IRevisesPast late ? late.Revisions : [])
            {
                for (int ago = revision.FromBarsAgo; ago >= revision.ToBarsAgo; ago--)
                {
                    series[revision.Output][bar - ago] = revision.ValueAt(ago);
                }
            }
        }

        return series;
    }

    /// <summary>Updates an indicator with one bar, and with one of a reference where it takes that too.</summary>
    public static void Update(IIndicator indicator, in Bar bar, in Bar reference, Span<double> outputs)
    {
        if (indicator is IPairIndicator pair)
        {
            pair.Update(in bar, in reference, outputs);
        }
        else
        {
            indicator.Update(in bar, outputs);
        }
    }

    /// <summary>A bar of another series at the same time.</summary>
    public static Bar Beside(in Bar bar) => bar with { Close = bar.Open + bar.Open - bar.Low };
}
