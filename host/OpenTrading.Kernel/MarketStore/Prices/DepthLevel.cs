namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>What rests at one price.</summary>
/// <param name="Price">Price.</param>
/// <param name="Lots">Lots.</param>
public sealed record DepthLevel(decimal Price, decimal Lots);
