using OpenTrading.Sdk.Market;

namespace OpenTrading.Alerts.Watching;

/// <summary>The way a price went inside a bar, as far as the bar tells: to the extreme against its direction first.</summary>
internal static class BarPath
{
    /// <summary>Its four prices in that order.</summary>
    public static (double First, double Second, double Third, double Last) Of(in Bar bar) =>
        bar.Close >= bar.Open ? (bar.Open, bar.Low, bar.High, bar.Close) : (bar.Open, bar.High, bar.Low, bar.Close);
}
