using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>How wide a spread has been.</summary>
public sealed record SpreadResult : PricesResult
{
    /// <summary>Spread of the newest quote, points.</summary>
    public required double NowPoints { get; init; }

    /// <summary>Narrowest, points.</summary>
    public required double MinPoints { get; init; }

    /// <summary>Half were narrower, points.</summary>
    public required double MedianPoints { get; init; }

    /// <summary>95 of 100 were narrower, points.</summary>
    public required double P95Points { get; init; }

    /// <summary>Widest, points.</summary>
    public required double MaxPoints { get; init; }

    /// <summary>Median by hour of the day; hours without prices are absent.</summary>
    public required IReadOnlyList<HourlySpread> ByHour { get; init; }

    /// <summary>What was measured.</summary>
    public required SpreadBasis Basis { get; init; }
}
