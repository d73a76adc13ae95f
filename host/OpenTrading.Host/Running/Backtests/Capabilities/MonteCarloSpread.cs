using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What many other histories would have led to.</summary>
internal sealed record MonteCarloSpread : RecordResult
{
    /// <summary>Return at the end, percent.</summary>
    public required ReturnSpread ReturnPct { get; init; }

    /// <summary>Deepest fall on the way, percent of its peak.</summary>
    public required FallSpread MaxDrawdownPct { get; init; }

    /// <summary>Share of histories that lost half of a peak or more on the way.</summary>
    public required double RuinProbability { get; init; }

    /// <summary>Share of histories that ended below the capital.</summary>
    public required double LossProbability { get; init; }
}
