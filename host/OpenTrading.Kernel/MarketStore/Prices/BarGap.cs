using OpenTrading.Sdk.Data.Quality;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>Bars that trading hours should have brought and that are not there.</summary>
/// <param name="From">Opening time of the first missing bar.</param>
/// <param name="To">Opening time of the bar after the gap.</param>
/// <param name="MissingBars">How many are missing.</param>
public sealed record BarGap(DateTime From, DateTime To, int MissingBars)
{
    internal static BarGap Of(Gap gap, Timeframe timeframe) => new(gap.After + timeframe.Length(), gap.Before, gap.Missing);
}
