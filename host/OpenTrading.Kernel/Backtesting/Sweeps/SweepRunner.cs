using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Runs;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>Runs the trials of a sweep over all cores. The result does not depend on how many there are.</summary>
public static class SweepRunner
{
    /// <summary>Runs to the end.</summary>
    /// <param name="setup">What is run.</param>
    /// <param name="progress">Told the number of trials done.</param>
    /// <param name="cancellationToken">Stops between two trials; what was done is in the log.</param>
    public static SweepResult Run(SweepSetup setup, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var trials = new List<Trial>();
        var curves = new List<EquityCurve>();
        IReadOnlyList<int> chosen;
        while ((chosen = setup.Search.Next(trials)).Count > 0)
        {
            var batch = new Trial[chosen.Count];
            var kept = new EquityCurve[setup.KeepCurves ? chosen.Count : 0];
            int before = trials.Count;
            int done = 0;
            var options = new ParallelOptions { MaxDegreeOfParallelism = setup.Threads, CancellationToken = cancellationToken };
            Parallel.For(0, chosen.Count, options, i =>
            {
                batch[i] = Take(setup, chosen[i], kept, i, cancellationToken);
                progress?.Report(before + Interlocked.Increment(ref done));
            });
            trials.AddRange(batch);
            curves.AddRange(kept);
        }

        return new SweepResult(setup.Grid, setup.Objective, trials, curves);
    }

    private static Trial Take(SweepSetup setup, int cell, EquityCurve[] kept, int place, CancellationToken cancellationToken)
    {
        if (kept.Length == 0 && setup.Log?.Find(cell) is { } known)
        {
            return known;
        }

        bool needsOnlyTheEnd = kept.Length == 0 && setup.Objective.Key is "netProfit" or "finalEquity" or "totalReturn";
        BacktestSetup run = setup.Make(setup.Grid.Values(cell)) with { Detail = needsOnlyTheEnd ? RunDetail.Totals : RunDetail.Full, IsOneOfMany = true };
        BacktestResult result = setup.Running.Run(run, cancellationToken);
        string? failure = result.Failed is [{ } failed, ..] ? $"{failed.Id} on the bar of {failed.Bar:yyyy-MM-dd HH:mm}: {failed.Why}" : null;
        double objective = failure is null ? setup.Objective.Of(new RunSummary(result.Record)) : double.NaN;
        var trial = new Trial(cell, objective, result.Record.Curve.Final, result.Fills, result.Trades, failure);
        if (kept.Length > 0)
        {
            kept[place] = result.Record.Curve;
        }

        setup.Log?.Add(trial);
        return trial;
    }
}
