using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Analysis.Charts;

/// <summary>An output of an indicator as a line.</summary>
/// <param name="Name">Name with parameters and output.</param>
/// <param name="Values">Value at each bar drawn; NaN where there is none.</param>
/// <param name="IsPrice">Whether it is in the unit of the price and belongs among the candles.</param>
internal sealed record Overlay(string Name, double[] Values, bool IsPrice)
{
    /// <summary>The outputs of an indicator over the newest bars of a lookback.</summary>
    public static IEnumerable<Overlay> Of(IndicatorSetup setup, Lookback asked)
    {
        double[][] columns = setup.Compute(asked.Bars, amended: true);
        (double low, double high) = asked.Range;
        for (int i = 0; i < columns.Length; i++)
        {
            double[] values = columns[i][asked.First..];
            string name = columns.Length == 1 ? setup.ToString() : $"{setup} {setup.Definition.Outputs[i]}";
            double[] known = [.. values.Where(double.IsFinite)];

            // What stays near the candles is a price: an average, a band, a stop.
            bool isPrice = known.Length > 0 && known.Min() > low - (2 * (high - low)) && known.Max() < high + (2 * (high - low));
            yield return new Overlay(name, values, isPrice);
        }
    }
}
