using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Analysis;

/// <summary>The Hurst exponent of a lookback.</summary>
internal static class Exponent
{
    /// <summary>The exponent less the bias of its length; NaN where the price stood still.</summary>
    public static double Of(Lookback asked)
    {
        var hurst = new Hurst(asked.Count - 1);
        foreach (double close in asked.Closes)
        {
            hurst.Update(close);
        }

        return hurst.Value.Corrected;
    }
}
