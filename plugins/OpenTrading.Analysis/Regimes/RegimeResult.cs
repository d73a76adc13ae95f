using OpenTrading.Sdk.Analysis.Regimes;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Regimes;

/// <summary>What kind of market a symbol is in.</summary>
public sealed record RegimeResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>The regime that settled last.</summary>
    public required MarketRegime Regime { get; init; }

    /// <summary>Share of the evidence that speaks for each regime at the newest bar; together 1.</summary>
    public required IReadOnlyDictionary<string, double> Probabilities { get; init; }

    /// <summary>Average directional index of 14 bars.</summary>
    public required double Adx { get; init; }

    /// <summary>Efficiency ratio of 20 bars.</summary>
    public required double EfficiencyRatio { get; init; }

    /// <summary>Hurst exponent of the lookback's returns, less the bias of its length: 0.5 for chance; absent where the price stood still.</summary>
    public double? Hurst { get; init; }

    /// <summary>Percentile of the average true range, in percent of the price, among the bars before, 0 to 100.</summary>
    public required double VolPercentile { get; init; }

    /// <summary>UTC opening time of the first bar of the regime.</summary>
    public required DateTime SinceAt { get; init; }

    /// <summary>The latest stretches, newest first.</summary>
    public required IReadOnlyList<RegimeSpan> History { get; init; }
}
