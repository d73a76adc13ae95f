namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>A spread over a span, in points.</summary>
/// <param name="Min">Narrowest.</param>
/// <param name="Avg">Mean.</param>
/// <param name="Max">Widest.</param>
public sealed record SpreadRange(double Min, double Avg, double Max);
