using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Chooses on the past and trades the future, again and again.</summary>
internal sealed class WalkForwardCapabilities(BacktestRoom room, RunKeeper keeper)
{
    private const int LeastBars = 20;
    private const int MostCombinations = 1000;
    private const double Sized = 5;

    /// <summary>Walks.</summary>
    [Capability("run_walk_forward", "backtest", Effect.Compute, "POST /backtest/walk-forward", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("Chooses parameters on a window, trades the bars after it, moves on. Without grid: the defaults.")]
    public WalkForwardFindings RunWalkForward(
        ICallContext call,
        string symbol,
        [Description("See list_strategies")] string strategyId,
        Timeframe timeframe = Timeframe.H1,
        [Description("Name: values or from,to,step")] JsonElement? grid = null,
        [Range(1, 50), Description("Windows")] int folds = 5,
        [Range(10, 95), Description("Of a window, to choose on")] double trainPct = 70,
        [Description("Choose on all bars before")] bool anchored = false)
    {
        call.Progress.Report(new JobProgress(0, "reading prices"));
        PlannedRun planned = room.Plan(BacktestRoom.Request(new RunArguments(symbol, timeframe, strategyId)), call.CancellationToken);
        if (planned.Symbols.Count > 1)
        {
            throw Argument.Refuse("symbol", "a walk-forward takes one symbol");
        }

        WalkForwardPlan windows = Windows(planned.Bars, folds, trainPct, anchored);
        ParameterGrid? cells = grid is { } asked ? Grid(asked) : null;
        IReadOnlyList<string>[] combinations = cells is null ? [[]] : [.. Enumerable.Range(0, cells.Count).Select(i => Sets(cells, i))];
        BacktestRoom.Understand("grid", () => Ends(planned.Plan, combinations));
        (planned, _, var sized) = BacktestRoom.Run(planned, fallback: true, new JobSteps(call.Progress, "running once", planned.Bars, 1, Sized), call.CancellationToken);
        var execution = new WalkForwardExecution(planned.Plan, combinations, BacktestRoom.Threads);
        var progress = new JobSteps(call.Progress, "walking", execution.Runs(folds), Sized, 97);
        WalkForwardOutcome walked = BacktestRoom.Ran(() => execution.Run(windows, progress, call.CancellationToken));
        RunCard card = keeper.Keep(planned, walked.Stitched, new RobustnessResults { WalkForwards = [walked.Result] }, sized, isWalkForward: true);
        keeper.Trials.Add(card.DataHash, combinations.Length - 1);
        return Findings(card, walked, cells, planned, sized?.Message, DataStamp.Of(planned.Symbols[0].Instrument, planned.End, 2 * timeframe.Length(), room.Market.Now));
    }

    // Windows that follow each other without a gap, each so long that its first part is the share asked for: n = IS + folds x OOS.
    private static WalkForwardPlan Windows(int bars, int folds, double trainPct, bool anchored)
    {
        double ratio = trainPct / (100 - trainPct);
        int outside = (int)(bars / (ratio + folds));
        int inside = bars - (folds * outside);
        return outside >= LeastBars ? new WalkForwardPlan(inside, outside, anchored ? WalkForwardMode.Anchored : WalkForwardMode.Rolling) : throw new CapabilityException(
            ErrorCode.InsufficientHistory, $"{bars} bars leave {outside} to trade in each of {folds} windows; {LeastBars} are needed", "Ask for fewer folds, a smaller trainPct or a finer timeframe, or import more history.");
    }

    private static ParameterGrid Grid(JsonElement asked)
    {
        IReadOnlyList<string> axes = GridText.Axes(asked);
        ParameterGrid cells = BacktestRoom.Understand("grid", () => SweepSizes.Grid(axes));
        return cells.Count <= MostCombinations ? cells : throw new CapabilityException(
            ErrorCode.LimitExceeded, $"The grid has {cells.Count} combinations, each of which is run in every window; {MostCombinations} are the most", "Take larger steps, or fewer parameters.");
    }

    private static string[] Sets(ParameterGrid cells, int cell) =>
        [.. cells.Axes.Zip(cells.Values(cell), (axis, value) => string.Create(CultureInfo.InvariantCulture, $"{axis.Name}={value:R}"))];

    // The ends of every range are tried before anything is run.
    private static bool Ends(BacktestPlan plan, IReadOnlyList<string>[] combinations)
    {
        plan.Setup(combinations[0], out _);
        plan.Setup(combinations[^1], out _);
        return true;
    }

    private static WalkForwardFindings Findings(RunCard card, WalkForwardOutcome walked, ParameterGrid? cells, PlannedRun planned, string? sized, DataStamp stamp)
    {
        BarSeries bars = planned.Plan.Inputs[0].Bars;
        RunSummary summary = walked.Stitched.Summary;
        WalkForwardResult result = walked.Result;
        var outside = new OutOfSample(
            Figures.Money(result.OutOfSampleProfit),
            Figures.Ratio(100 * summary.Profit.TotalReturn) ?? 0,
            Figures.Ratio(summary.Daily.Sharpe),
            Figures.Ratio(summary.Drawdown.MaxDrawdownPct) ?? 0,
            summary.Trades.Closed,
            result.ProfitableWindows);
        string efficiency = double.IsNaN(result.Efficiency) ? "nothing was promised in sample" : FormattableString.Invariant($"efficiency {result.Efficiency:0.###}");
        return new WalkForwardFindings
        {
            Summary = FormattableString.Invariant($"{card.StrategyId} over {result.Steps.Count} windows: {Figures.Words(outside.NetProfit)} {card.Currency} out of sample, {outside.ProfitableFolds} profitable; {efficiency}.{(sized is null ? "" : $" {sized}")}"),
            Source = card.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = card.Symbols[0],
            Timeframe = card.Timeframe,
            RunId = card.RunId,
            Folds =
            [
                .. result.Steps.Zip(walked.Sharpes, (step, sharpe) => new FoldRow(
                    Span(bars, step.Window.InSample),
                    Span(bars, step.Window.OutOfSample),
                    cells is null ? new Dictionary<string, double>() : cells.Axes.Zip(cells.Values(step.Selected)).ToDictionary(p => p.First.Name, p => p.Second),
                    Figures.Ratio(sharpe.InSample),
                    Figures.Ratio(sharpe.OutOfSample))),
            ],
            Efficiency = Figures.Ratio(result.Efficiency),
            OosMetrics = outside,
            ParameterStability = Figures.Ratio(Stability(cells, [.. result.Steps.Select(s => s.Selected)])) ?? 1,
            Currency = card.Currency,
        };
    }

    private static FoldSpan Span(BarSeries bars, IndexRange range) => new(bars[range.From].Time, bars[range.To - 1].Time, range.Count);

    private static double Stability(ParameterGrid? cells, int[] selected)
    {
        if (cells is null || selected.Length < 2)
        {
            return 1;
        }

        int[][] places = [.. selected.Select(cells.Places)];
        int[] moving = [.. Enumerable.Range(0, cells.Axes.Count).Where(axis => cells.Axes[axis].Values.Count > 1)];
        return moving.Length == 0 ? 1 : 1 - moving.Average(axis => places.Zip(places.Skip(1), (a, b) => (double)Math.Abs(a[axis] - b[axis])).Average() / (cells.Axes[axis].Values.Count - 1));
    }
}
