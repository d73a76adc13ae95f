using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.CostStress;
using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Doubts a finished backtest: other orders of its trades, dearer trading, other futures.</summary>
internal sealed class RobustnessChecks(BacktestPlan plan, CancellationToken cancellationToken)
{
    private const int BlockDays = 20;
    private const double MissedShare = 0.1;

    /// <summary>Does what is asked.</summary>
    /// <returns>The results; null when nothing is asked.</returns>
    /// <exception cref="FormatException">The look-ahead test is asked of a run that it cannot judge.</exception>
    public RobustnessResults? Of(BacktestOutcome outcome, RobustnessRequest request) => request.IsEmpty ? null : new RobustnessResults
    {
        MonteCarlo = request.MonteCarlo > 0 ? MonteCarlo(outcome.Summary, request.MonteCarlo) : [],
        CostStress = request.CostStress ? [.. CostScenario.All.Select(s => CostStressRow.Of(s, new RunSummary(Run(plan.WithCosts(s.Factor)).Record)))] : [],
        LookAhead = request.LookAhead ? LookAhead(outcome.Result) : null,
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

    private LookAheadResult LookAhead(BacktestResult full)
    {
        if (plan.Inputs is not [{ Ticks: null, Lower: null } input])
        {
            throw new FormatException("--look-ahead judges one instrument on its own bars; leave ticks, lower bars and further symbols out.");
        }

        BarSeries bars = input.Bars;
        IReadOnlyList<int> cuts = [.. LookAheadComparison.Cuts(bars.Count).Where(c => c > 0)];
        ObservedRun whole = Observed(full, bars.Count);
        foreach (int cut in cuts)
        {
            LookAheadDifference? difference =
                Difference(whole, bars.Slice(0, cut), cut, LookAheadTrial.Truncated)
                ?? Difference(whole, NoisyFuture.Of(bars, cut, (ulong)(plan.Request.Terms.Seed + cut)), cut, LookAheadTrial.Noise);
            if (difference is not null)
            {
                return new LookAheadResult(cuts, difference);
            }
        }

        return new LookAheadResult(cuts, null);
    }

    private LookAheadDifference? Difference(ObservedRun whole, BarSeries changed, int cut, LookAheadTrial trial) =>
        LookAheadComparison.FirstDifference(whole, Observed(Run(plan.WithBars(changed)), changed.Count), cut, trial);

    private BacktestResult Run(BacktestPlan changed) => new Backtest(changed.Setup([], out _)).Run(progress: null, cancellationToken);

    // The order of fills is what a strategy's signals come to; its inner figures are not seen from outside.
    private static ObservedRun Observed(BacktestResult result, int bars) => new(
        bars, [], [.. result.Record.Fills.Select(f => new ObservedFill(result.Record.Curve.BarAt(f.Time), OrderListHash.Line(0, f)))]);
}
