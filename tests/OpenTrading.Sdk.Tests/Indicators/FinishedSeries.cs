using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>Every output of an indicator at every bar: what the updates wrote, amended by the revisions.</summary>
internal static class FinishedSeries
{
    /// <summary>One array an output, one number a bar.</summary>
    public static double[][] Of(IIndicator indicator, IReadOnlyList<Bar> bars)
    {
        double[][] series = [.. indicator.Outputs.Select(_ => new double[bars.Count])];
        double[] row = new double[series.Length];
        for (int bar = 0; bar < bars.Count; bar++)
        {
            indicator.Update(bars[bar], row);
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
}
