using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Runs;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>What a sweep runs.</summary>
/// <threadsafety>Immutable; <see cref="Make"/> is called from several threads.</threadsafety>
public sealed record SweepSetup
{
    /// <summary>Parameters and their values.</summary>
    public required ParameterGrid Grid { get; init; }

    /// <summary>Chooses the combinations.</summary>
    public required ISearch Search { get; init; }

    /// <summary>Makes the backtest of a combination, with strategies of its own.</summary>
    public required Func<IReadOnlyList<double>, BacktestSetup> Make { get; init; }

    /// <summary>What the trials are ranked by.</summary>
    public required Metric Objective { get; init; }

    /// <summary>Threads; default one a core.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether the equity curves are kept, which the tests for overfitting need. Default false.</summary>
    public bool KeepCurves { get; init; }

    /// <summary>Trials of an earlier, unfinished run, with a place for the new ones; null keeps none.</summary>
    public SweepLog? Log { get; init; }

    /// <summary>The trials that run at this moment.</summary>
    public RunningTrials Running { get; init; } = new();
}
