using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>A finished backtest with what it ran on.</summary>
/// <param name="Plan">What was run.</param>
/// <param name="Strategies">Strategies with the parameters in force.</param>
/// <param name="Result">What came out.</param>
/// <param name="Loading">Time to read plugins and prices.</param>
/// <param name="Running">Time of the run.</param>
/// <param name="Benchmark">Times of the runs that were made to measure; empty when none were.</param>
internal sealed record BacktestOutcome(
    BacktestPlan Plan, JournalArray Strategies, BacktestResult Result, TimeSpan Loading, TimeSpan Running, IReadOnlyList<TimeSpan> Benchmark)
{
    /// <summary>Its metrics.</summary>
    public RunSummary Summary { get; } = new(Result.Record);

    /// <summary>Bars of all instruments.</summary>
    public long Bars => Plan.Inputs.Sum(i => (long)i.Bars.Count);
}
