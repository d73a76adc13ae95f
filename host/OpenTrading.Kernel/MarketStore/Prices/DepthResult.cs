using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>The order book.</summary>
public sealed record DepthResult : PricesResult
{
    /// <summary>Bids, best first.</summary>
    public required IReadOnlyList<DepthLevel> Bids { get; init; }

    /// <summary>Asks, best first.</summary>
    public required IReadOnlyList<DepthLevel> Asks { get; init; }

    /// <summary>Lots bid less lots asked, in percent of both: -100 to 100.</summary>
    public required double ImbalancePct { get; init; }
}
