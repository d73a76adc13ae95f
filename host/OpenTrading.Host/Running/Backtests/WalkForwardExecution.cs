using System.Diagnostics;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Walks forward with a fresh run for every window, and joins what was traded out of sample to one run.</summary>
/// <param name="plan">What is run.</param>
/// <param name="combinations">Parameters to choose from, as <c>NAME=VALUE</c>.</param>
/// <param name="threads">Threads.</param>
internal sealed class WalkForwardExecution(BacktestPlan plan, IReadOnlyList<IReadOnlyList<string>> combinations, int threads)
{
    /// <summary>Runs that a walk takes.</summary>
    /// <param name="windows">Windows.</param>
    public int Runs(int windows) => (windows * combinations.Count) + (3 * windows);

    /// <summary>Walks.</summary>
    /// <param name="windows">How the bars are cut.</param>
    /// <param name="progress">Told the number of runs done.</param>
    /// <param name="cancellationToken">Ends it between two bars.</param>
    /// <exception cref="FormatException">The plan is of more than one instrument on its own bars.</exception>
    /// <exception cref="Plugins.PluginException">A strategy did not come back.</exception>
    public WalkForwardOutcome Run(WalkForwardPlan windows, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        var trials = new RerunTrials(plan, combinations, progress, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        WalkForwardResult result = Unwrapped(() => WalkForwardAnalysis.Run(windows, trials, parallel)) with { IsRerun = true };
        var traded = new List<BacktestResult>();
        var sharpes = new List<(double InSample, double OutOfSample)>();
        JournalArray strategies = [];
        foreach (WalkForwardStep step in result.Steps)
        {
            BacktestResult inside = trials.Run(step.Selected, step.Window.InSample, out _);
            BacktestResult outside = trials.Run(step.Selected, step.Window.OutOfSample, out strategies);
            traded.Add(outside);
            sharpes.Add((Sharpe(inside), Sharpe(outside)));
        }

        var stitched = new BacktestOutcome(plan, strategies, StitchedRuns.Join(traded), TimeSpan.Zero, Stopwatch.GetElapsedTime(started), []);
        return new WalkForwardOutcome(result, stitched, sharpes);
    }

    private static double Sharpe(BacktestResult result) => DailyMetrics.Of(DailyReturns.Of(result.Record.Curve), riskFreeRate: 0).Sharpe;

    // Of runs side by side the first that failed says why; that there were several is of no interest.
    private static T Unwrapped<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (AggregateException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
            throw;
        }
    }
}
