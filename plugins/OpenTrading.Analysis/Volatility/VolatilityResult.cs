using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Volatility;

/// <summary>How wide a symbol moves.</summary>
public sealed record VolatilityResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Average true range of 14 bars, points.</summary>
    public required double AtrPoints { get; init; }

    /// <summary>Share of the other bars whose average true range was not above the newest, 0 to 100.</summary>
    public required double AtrPercentile { get; init; }

    /// <summary>Mean range of the latest 14 whole days, points; absent where there are fewer.</summary>
    public double? AdrPoints { get; init; }

    /// <summary>How much of that the newest day has moved, percent.</summary>
    public double? UsedOfAdrPct { get; init; }

    /// <summary>Deviation of logarithmic returns, of a year, percent.</summary>
    public required double RealizedVolPct { get; init; }

    /// <summary>The same with older returns counting less: 0.94 a bar.</summary>
    public required double EwmaVolPct { get; init; }

    /// <summary>Forecast of the next bar by GARCH(1,1), of a year, percent; absent below 250 returns.</summary>
    public double? GarchForecastPct { get; init; }

    /// <summary>Mean range by hour of the day; none of daily bars.</summary>
    public required IReadOnlyList<HourRange> ByHour { get; init; }

    /// <summary>What could not be had, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
