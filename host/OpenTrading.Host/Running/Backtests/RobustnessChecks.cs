using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.CostStress;
using OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;
using OpenTrading.Kernel.Backtesting.Runs;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Doubts a finished backtest: other orders of its trades, dearer trading, other futures.</summary>
internal sealed class RobustnessChecks(BacktestPlan plan, CancellationToken cancellationToken)
{
    /// <summary>Days that are drawn together.</summary>
    public const int BlockDays = 20;

    private const double MissedShare = 0.1;

    /// <summary>Does what is asked.</summary>
    /// <returns>The results; null when nothing is asked.</returns>
    /// <exception cref="FormatException">The look-ahead test is asked of a run that it cannot judge.</exception>
    public RobustnessResults? Of(BacktestOutcome outcome, RobustnessRequest request) => request.IsEmpty ? null : new RobustnessResults
    {
        MonteCarlo = request.MonteCarlo > 0 ? MonteCarlo(outcome.Summary, request.MonteCarlo) : [],
        CostStress = request.CostStress ? [.. CostScenario.All.Select(s => CostStressRow.Of(s, new RunSummary(Run(plan.WithCosts(s.Factor)).Record)))] : [],
        LookAhead = request.LookAhead ? new LookAheadCheck(plan, cancellationToken).Run() : null,
    };

    private IReadOnlyList<MonteCarloResult> MonteCarlo(RunSummary summary, int paths)
    {
        double cash = summary.Run.Curve.InitialCash;
        double[] nets = [.. summary.Run.Trades.Select(t => t.Net)];
        double[] days = [.. summary.Days.Select(d => d.Return)];
        ulong seed = (ulong)plan.Request.Terms.Seed;
        IResampling[] methods = nets.Length == 0
            ? []
            : [new TradeShuffle(cash, nets), new TradeBootstrap(cash, nets), new BlockBootstrap(cash, days, BlockDays), new SkippedTrades(cash, nets, MissedShare)];
        return [.. methods.Select(m => MonteCarloSimulation.Run(m, paths, seed))];
    }

    private BacktestResult Run(BacktestPlan changed) => BacktestExecution.Run(changed.Setup([], out _), progress: null, cancellationToken);
}
