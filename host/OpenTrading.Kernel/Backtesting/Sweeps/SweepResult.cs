using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>A finished sweep.</summary>
/// <param name="Grid">Parameters and their values.</param>
/// <param name="Objective">What the trials are ranked by.</param>
/// <param name="Trials">All trials, in the order in which they were chosen.</param>
/// <param name="Curves">Equity curve of each trial; empty where they were not kept.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SweepResult(ParameterGrid Grid, Metric Objective, IReadOnlyList<Trial> Trials, IReadOnlyList<EquityCurve> Curves)
{
    /// <summary>The trials from best to worst, the first chosen first among equals; those without an objective are left out.</summary>
    public IEnumerable<Trial> Ranked()
    {
        IEnumerable<Trial> able = Trials.Where(t => double.IsFinite(t.Objective));
        return Objective.Aim == MetricAim.Lower ? able.OrderBy(t => t.Objective) : able.OrderByDescending(t => t.Objective);
    }
}
