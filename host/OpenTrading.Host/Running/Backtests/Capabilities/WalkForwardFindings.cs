using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What choosing on the past and trading the future would have come to.</summary>
internal sealed record WalkForwardFindings : DataResult
{
    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Whether the market is closed now.</summary>
    public bool? MarketClosed { get; init; }

    /// <summary>Id under which what was traded out of sample is kept.</summary>
    public required string RunId { get; init; }

    /// <summary>The windows, in order.</summary>
    public required IReadOnlyList<FoldRow> Folds { get; init; }

    /// <summary>Out-of-sample over in-sample profit a bar; null where nothing was promised.</summary>
    public double? Efficiency { get; init; }

    /// <summary>What the windows came to.</summary>
    public required OutOfSample OosMetrics { get; init; }

    /// <summary>How little the choice moves from window to window: 1 it stays, 0 it jumps from one end of every parameter to the other.</summary>
    public required double ParameterStability { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }
}
