using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Research.Impacts;

/// <summary>How a symbol moved around an event in the past.</summary>
public sealed record ImpactResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Events with bars around them.</summary>
    public required int N { get; init; }

    /// <summary>Median of the moves' sizes, pips: from the close before the event to the close of the bar in which it fell.</summary>
    public required double MedianMovePips { get; init; }

    /// <summary>95th percentile of them, pips.</summary>
    public required double P95MovePips { get; init; }

    /// <summary>Share of moves upward, percent.</summary>
    public required double UpPct { get; init; }

    /// <summary>Widest spread recorded in those bars, points; absent where none is recorded.</summary>
    public double? SpreadPeakPoints { get; init; }

    /// <summary>The newest events, newest first.</summary>
    public required IReadOnlyList<EventMove> Occurrences { get; init; }

    /// <summary>Sources of the calendar that did not answer.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
