using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>What <see cref="Adl"/> and <see cref="Cmf"/> have in common.</summary>
internal static class MoneyFlow
{
    /// <summary>Where the close stands in the bar: −1 at the low, 1 at the high, 0 where the bar has no height.</summary>
    public static double Multiplier(in Bar bar) =>
        bar.High == bar.Low ? 0 : (bar.Close - bar.Low - (bar.High - bar.Close)) / (bar.High - bar.Low);
}
