namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>Spread of one hour of the day.</summary>
/// <param name="HourUtc">0 to 23.</param>
/// <param name="MedianPoints">Median, points.</param>
public sealed record HourlySpread(int HourUtc, double MedianPoints);
