using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Kernel.Backtesting.Sweeps;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Tells skill from the luck of the search.</summary>
internal sealed class OverfitCapabilities(BacktestRoom room, RunKeeper keeper, string logFolder)
{
    private const int LeastReturns = 30;
    private const int LeastRows = 10;
    private const double Confidence = 0.95;

    /// <summary>Judges a run or a sweep.</summary>
    [Capability("check_overfit", "backtest", Effect.Compute, "POST /backtest/overfit", Errors = [ErrorCode.NotFound, ErrorCode.InsufficientHistory])]
    [Description("Overfitting of a run or sweep: PBO, deflated and probabilistic Sharpe, haircut.")]
    public OverfitResult CheckOverfit(
        ICallContext call,
        string? runId = null,
        string? sweepId = null,
        [Range(2, 16), Description("Blocks, even")] int splits = 10)
    {
        if (splits % 2 != 0)
        {
            throw Argument.Refuse("splits", $"{splits} is odd; half of the blocks are chosen on, the other half tests");
        }

        return (runId, sweepId) switch
        {
            ({ } run, null) => OfRun(keeper.Card(run)),
            (null, { } sweep) => OfSweep(call, sweep, splits),
            _ => throw Argument.Refuse("runId", "give either runId or sweepId"),
        };
    }

    private OverfitResult OfRun(RunCard card)
    {
        if (card.BarSharpe is not { Periods: >= LeastReturns } sample)
        {
            throw new CapabilityException(
                ErrorCode.InsufficientHistory, $"{card.RunId} has no {LeastReturns} returns that vary; there is nothing to judge", "Run it over more bars, or with a strategy that trades.");
        }

        long trials = Math.Max(1, keeper.Trials.Of(card.DataHash));
        double[] others = [.. keeper.Archive.Ids("bt_").Select(id => keeper.Archive.Read<RunCard>(id)).OfType<RunCard>().Where(c => c.DataHash == card.DataHash).Select(c => c.BarSharpe?.Sharpe ?? 0)];

        // Of runs that are not kept only the number is known. What worthless ones vary by is: the root of 1 / T.
        double deviation = others.Length > 1 ? Moments.Deviation(others) : Math.Sqrt(1.0 / sample.Periods);
        double deflated = ProbabilisticSharpe.Of(sample, trials > 1 ? deviation * ExpectedMaximum.Of(trials) : 0);
        return Result($"{card.StrategyId} on {string.Join(",", card.Symbols)}", sample, trials, trials, double.NaN, deflated);
    }

    private OverfitResult OfSweep(ICallContext call, string sweepId, int splits)
    {
        SweepCard card = keeper.Archive.Read<SweepCard>(sweepId) ?? throw new CapabilityException(
            ErrorCode.NotFound, $"There is no sweep {(sweepId.Length > 40 ? sweepId[..40] + "..." : sweepId)}", "run_parameter_sweep answers with its sweepId; the oldest are let go.");
        PlannedRun planned = room.Plan(BacktestRoom.Kept(card.Request), call.CancellationToken);
        if (planned.Bars < splits * LeastRows || card.Trials < 2)
        {
            throw new CapabilityException(
                ErrorCode.InsufficientHistory, $"{card.Trials} trials over {planned.Bars} bars cannot be cut into {splits} blocks of {LeastRows}", "Sweep more bars or more values, or ask for fewer splits.");
        }

        if (!SweepSizes.CurvesFit(card.Trials, planned.Bars))
        {
            throw new CapabilityException(ErrorCode.LimitExceeded, $"The curves of {card.Trials} runs over {planned.Bars} bars do not fit into memory", "Sweep fewer values, or a shorter span.");
        }

        var request = new SweepRequest(card.Axes, card.Metric, card.Search, BacktestRoom.Threads, Overfitting: true, null);
        SweepPlan sweep = BacktestRoom.Understand("sweepId", () => SweepPlan.Of(planned.Plan, request));
        SweepResult found = SweepSizes.Run(
            new SweepExecution(planned.Plan, logFolder), sweep, request, new JobSteps(call.Progress, "running the trials again", sweep.Runs, 0, 80), call.CancellationToken);
        call.Progress.Report(new JobProgress(80, "splitting"));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = BacktestRoom.Threads, CancellationToken = call.CancellationToken };
        var trials = new TrialSet(found.Curves);
        CscvResult cscv = Cscv.Run(trials, splits, parallel);
        int best = found.Ranked().FirstOrDefault() is { } first ? found.Trials.ToList().IndexOf(first) : trials.Best;
        DeflatedSharpe sharpe = DeflatedSharpe.Of(trials, best, parallel);
        string changed = card.DataHash == RunKeeper.HashOf(planned.Plan) ? "" : " of prices that have changed since";
        return Result($"{found.Trials.Count} trials{changed}", sharpe.Sample, found.Trials.Count, Math.Max(1, sharpe.Effective.Count), cscv.ProbabilityOfOverfitting, sharpe.Probability);
    }

    private OverfitResult Result(string of, SharpeSample sample, long trials, double independent, double pbo, double deflated)
    {
        OverfitVerdict verdict = OverfitResult.Judge(pbo, deflated);
        return new OverfitResult
        {
            Summary = FormattableString.Invariant($"{of}: {verdict.ToString().ToLowerInvariant()}; deflated Sharpe {deflated:0.###} over {trials} trials{(double.IsNaN(pbo) ? "" : $", PBO {pbo:0.###}")}."),
            AsOf = keeper.Now,
            Pbo = Figures.Ratio(pbo),
            DeflatedSharpe = Figures.Ratio(deflated),
            ProbabilisticSharpe = Figures.Ratio(ProbabilisticSharpe.Of(sample, 0)),
            MinTrackRecordBars = Figures.Ratio(MinimumTrackRecordLength.Periods(sample, 0, Confidence)),
            Trials = trials,
            HaircutPct = Figures.Ratio(100 * SharpeHaircut.Fraction(sample, independent)),
            Verdict = verdict,
        };
    }
}
