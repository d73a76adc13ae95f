using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>A quote.</summary>
public sealed record QuoteResult : PricesResult
{
    /// <summary>Best bid, price units.</summary>
    public required decimal Bid { get; init; }

    /// <summary>Best ask, price units.</summary>
    public required decimal Ask { get; init; }

    /// <summary>Ask minus bid, price units.</summary>
    public required decimal Spread { get; init; }

    /// <summary>Spread in points, the smallest price step.</summary>
    public required decimal SpreadPoints { get; init; }

    /// <summary>Spread in pips.</summary>
    public required decimal SpreadPips { get; init; }

    /// <summary>UTC time of the quote.</summary>
    public required DateTime Time { get; init; }
}
