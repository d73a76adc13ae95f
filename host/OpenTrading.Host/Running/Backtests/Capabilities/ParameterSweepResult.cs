using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What many combinations of parameters came to.</summary>
internal sealed record ParameterSweepResult : DataResult
{
    /// <summary>Instrument, or several joined by commas.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Whether the market is closed now.</summary>
    public bool? MarketClosed { get; init; }

    /// <summary>Id for check_overfit.</summary>
    public required string SweepId { get; init; }

    /// <summary>Combinations that were run.</summary>
    public required int Tried { get; init; }

    /// <summary>The best of them.</summary>
    public required IReadOnlyList<SweepRow> Best { get; init; }

    /// <summary>Profit of the neighbours of the most profitable cell over its own: near 1 a plateau, near 0 a spike; null where not all cells were run, or none made a profit.</summary>
    public double? PlateauScore { get; init; }

    /// <summary>Probability that the best is no product of the search; null where the curves do not fit into memory.</summary>
    public double? DeflatedSharpe { get; init; }

    /// <summary>Net profit over the first two parameters; null for one, or where not all cells were run.</summary>
    public SweepMap? Heatmap { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }
}
