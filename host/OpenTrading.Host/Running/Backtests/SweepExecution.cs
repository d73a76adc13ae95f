using System.Diagnostics;
using System.Globalization;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Backtesting.Sweeps;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Runs a sweep, tests what was found, and runs the best combination once more for its report.</summary>
internal sealed class SweepExecution(BacktestPlan plan, string logFolder)
{
    private const string Tag = "opentrading:sweep:v1";

    /// <summary>Runs it.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="loading">Time to read plugins and prices.</param>
    /// <param name="underProgress">Runs work of so many trials under a progress bar.</param>
    /// <param name="cancellationToken">Stops between two trials; the next equal sweep goes on from there.</param>
    public SweepOutcome Run(SweepRequest request, TimeSpan loading, Func<int, Func<IProgress<int>?, SweepResult>, SweepResult> underProgress, CancellationToken cancellationToken)
    {
        SweepPlan sweep = SweepPlan.Of(plan, request);
        long started = Stopwatch.GetTimestamp();
        int resumed = 0;
        SweepResult result = underProgress(sweep.Runs, progress => Trials(sweep, request, progress, out resumed, cancellationToken));
        TimeSpan sweeping = Stopwatch.GetElapsedTime(started);
        if (result.Ranked().FirstOrDefault() is not { } best)
        {
            return new SweepOutcome(plan, result, resumed, sweeping, null, null);
        }

        BacktestSetup setup = sweep.Make(sweep.Grid.Values(best.Cell), out JournalArray strategies);
        started = Stopwatch.GetTimestamp();
        BacktestResult run = new Backtest(setup).Run(progress: null, cancellationToken);
        var outcome = new BacktestOutcome(plan, strategies, run, loading, Stopwatch.GetElapsedTime(started), []);
        return new SweepOutcome(plan, result, resumed, sweeping, outcome, Robustness(sweep, result, request, cancellationToken));
    }

    /// <summary>Runs its trials alone.</summary>
    /// <param name="sweep">What is swept.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="progress">Told the number of trials done.</param>
    /// <param name="resumed">Trials that an earlier, unfinished run had made.</param>
    /// <param name="cancellationToken">Stops between two trials; the next equal sweep goes on from there.</param>
    /// <exception cref="IOException">Another process, or another job, runs the same sweep.</exception>
    public SweepResult Trials(SweepPlan sweep, SweepRequest request, IProgress<int>? progress, out int resumed, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(logFolder);
        string fingerprint = Fingerprint(request);
        string path = Path.Combine(logFolder, $"sweep-{fingerprint[..16]}.log");
        SweepResult result;
        using (SweepLog log = SweepLog.Open(path, fingerprint))
        {
            resumed = log.Resumed;
            result = BacktestExecution.Run(sweep.Setup(log), progress, cancellationToken);
        }

        // Only a sweep that was cut short has something to go on with.
        File.Delete(path);
        return result;
    }

    private RobustnessResults Robustness(SweepPlan sweep, SweepResult result, SweepRequest request, CancellationToken cancellationToken)
    {
        bool whole = result.Trials.Count == sweep.Grid.Count;
        var results = new RobustnessResults
        {
            Sensitivity = whole ? ParameterSensitivity.Of(sweep.Grid, [.. result.Trials.OrderBy(t => t.Cell).Select(t => t.FinalEquity - (double)plan.Account.InitialCash)]) : null,
            WalkForwards = sweep.WalkForward is { IsRerun: true } anew
                ? [Fitting.Of(() => new WalkForwardExecution(plan, sweep.Sets(result.Trials), request.Threads ?? Environment.ProcessorCount).Run(anew.Windows, progress: null, cancellationToken).Result)]
                : [],
        };
        if (result.Curves.Count < 2)
        {
            return results;
        }

        var trials = new TrialSet(result.Curves);
        return results with
        {
            Overfitting = request.Overfitting ? Fitting.Of(() => Cscv.Run(trials)) : null,
            DeflatedSharpe = request.Overfitting ? DeflatedSharpe.Of(trials) : null,
            MinimumBacktestLength = request.Overfitting ? MinimumBacktestLength.Of(trials.Count, 1) : null,
            WalkForwards = sweep.WalkForward is { IsRerun: false } slices ? [Fitting.Of(() => WalkForwardAnalysis.Run(slices.Windows, new SlicedTrials(trials)))] : results.WalkForwards,
            KFold = sweep.KFold is { } folds ? Fitting.Of(() => PurgedSelection.Run(trials, folds.Folds, folds.Horizon, folds.Embargo)) : null,
        };
    }

    private string Fingerprint(SweepRequest request)
    {
        plan.Setup([], out JournalArray strategies);
        BacktestTerms terms = plan.Request.Terms;
        return CanonicalHash.Of(Tag, new JournalPayload
        {
            ["files"] = JournalArray.From(plan.Inputs.SelectMany(i => i.Files), f => f.Sha256),
            ["bars"] = JournalArray.From(plan.Inputs, i => i.Bars.Count),
            ["from"] = plan.Inputs[0].Bars[0].Time,
            ["symbols"] = JournalArray.From(plan.Request.Symbols, s => s),
            ["timeframe"] = plan.Request.Timeframe.ToString(),
            ["strategies"] = strategies,
            ["terms"] = terms.ToString(),
            ["account"] = plan.Account.ToString(),
            ["size"] = plan.Size,
            ["voting"] = plan.Voting,
            ["risk"] = plan.Request.Risk,
            ["limits"] = plan.Risk.Hash,
            ["closeAtEnd"] = plan.Request.CloseAtEnd.ToString(CultureInfo.InvariantCulture),
            ["axes"] = JournalArray.From(request.Axes, a => a),
            ["objective"] = request.Objective,
            ["search"] = request.Search,
        });
    }
}
