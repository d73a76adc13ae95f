using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Sweeps;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>A finished sweep.</summary>
/// <param name="Plan">What was run.</param>
/// <param name="Result">The trials.</param>
/// <param name="Resumed">Trials that an earlier, unfinished run had made.</param>
/// <param name="Sweeping">Time of the trials.</param>
/// <param name="Best">The best combination, run again in full; null when no trial has an objective.</param>
/// <param name="Robustness">What the trials tell about it; null without one.</param>
internal sealed record SweepOutcome(BacktestPlan Plan, SweepResult Result, int Resumed, TimeSpan Sweeping, BacktestOutcome? Best, RobustnessResults? Robustness);
