using OpenTrading.Kernel.MarketStore.Prices;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>What is odd about a series of bars. Nothing of it is corrected.</summary>
public sealed record QualityResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>100 for a series without fault, less a point for each percent of missing bars, for each outlier and flat run, and five for each duplicate or impossible bar; 0 at least.</summary>
    public required double Score { get; init; }

    /// <summary>Bars examined.</summary>
    public required int Rows { get; init; }

    /// <summary>Missing bars in percent of those expected.</summary>
    public required double GapPct { get; init; }

    /// <summary>All gaps.</summary>
    public required int GapCount { get; init; }

    /// <summary>The longest gaps, oldest first.</summary>
    public required IReadOnlyList<BarGap> Gaps { get; init; }

    /// <summary>Times that occur again or go back.</summary>
    public required int Duplicates { get; init; }

    /// <summary>All outliers.</summary>
    public required int OutlierCount { get; init; }

    /// <summary>The widest outliers, oldest first.</summary>
    public required IReadOnlyList<OddValue> Outliers { get; init; }

    /// <summary>Bars whose prices are not finite, positive and in order.</summary>
    public required int OhlcFaults { get; init; }

    /// <summary>Bars without volume, percent; 100 usually means that the source records none.</summary>
    public required double ZeroVolumePct { get; init; }

    /// <summary>Runs of ten bars or more at one price.</summary>
    public required int FlatRuns { get; init; }

    /// <summary>Whether it may be computed on without a second look: no impossible bar, no duplicate, less than 5 % missing, 100 bars at least.</summary>
    public required bool Usable { get; init; }

    /// <summary>How a second source compares; null when none was asked for.</summary>
    public SourceComparison? Comparison { get; init; }
}
