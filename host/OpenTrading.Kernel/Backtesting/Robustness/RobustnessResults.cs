using OpenTrading.Kernel.Backtesting.Robustness.CostStress;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

namespace OpenTrading.Kernel.Backtesting.Robustness;

/// <summary>What was done to find out whether a result can be trusted. What was not done is null or empty.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RobustnessResults
{
    /// <summary>Probability of backtest overfitting.</summary>
    public CscvResult? Overfitting { get; init; }

    /// <summary>Deflated Sharpe ratio.</summary>
    public DeflatedSharpe? DeflatedSharpe { get; init; }

    /// <summary>Data needed for as many trials.</summary>
    public MinimumBacktestLength? MinimumBacktestLength { get; init; }

    /// <summary>Walk-forwards.</summary>
    public IReadOnlyList<WalkForwardResult> WalkForwards { get; init; } = [];

    /// <summary>Selection by purged, embargoed K-fold.</summary>
    public PurgedSelectionResult? KFold { get; init; }

    /// <summary>Monte Carlo runs.</summary>
    public IReadOnlyList<MonteCarloResult> MonteCarlo { get; init; } = [];

    /// <summary>Surroundings of the best parameters.</summary>
    public SensitivityResult? Sensitivity { get; init; }

    /// <summary>Look-ahead test.</summary>
    public LookAheadResult? LookAhead { get; init; }

    /// <summary>The run at higher costs.</summary>
    public IReadOnlyList<CostStressRow> CostStress { get; init; } = [];
}
