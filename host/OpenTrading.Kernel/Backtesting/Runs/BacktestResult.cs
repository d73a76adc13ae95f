using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>What came out of a run.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BacktestResult
{
    /// <summary>Equity, fills and trades: what the metrics are made of.</summary>
    public required RunRecord Record { get; init; }

    /// <summary>Fills, also where they were not kept.</summary>
    public required long Fills { get; init; }

    /// <summary>Closed positions and parts, also where they were not kept.</summary>
    public required int Trades { get; init; }

    /// <summary>Orders that were dropped instead of filled, the first of them; <see cref="Events"/> counts all.</summary>
    public required IReadOnlyList<RejectedOrder> Rejections { get; init; }

    /// <summary>How often what happened.</summary>
    public required RunEvents Events { get; init; }

    /// <summary>Why orders were dropped instead of filled, all of them counted.</summary>
    public required IReadOnlyList<ReasonCount> Refused { get; init; }

    /// <summary>Why signals and intents led to no order.</summary>
    public required IReadOnlyList<ReasonCount> Skipped { get; init; }

    /// <summary>Strategies that failed and were taken out, with the bar on which they did.</summary>
    public required IReadOnlyList<FailedStrategy> Failed { get; init; }

    /// <summary>Bars without lower bars, run by the intrabar model instead.</summary>
    public int FallbackBars { get; init; }
}
