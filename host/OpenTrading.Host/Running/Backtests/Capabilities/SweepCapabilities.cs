using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Kernel.Backtesting.Sweeps;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Tries many parameters.</summary>
internal sealed class SweepCapabilities(BacktestRoom room, RunKeeper keeper, string logFolder)
{
    private const int Shown = 10;
    private const double Sized = 5;

    /// <summary>Tries them.</summary>
    [Capability("run_parameter_sweep", "backtest", Effect.Compute, "POST /backtest/sweep", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("Runs the combinations of a grid, at most maxRuns: best, plateau, deflated Sharpe.")]
    public ParameterSweepResult RunParameterSweep(
        ICallContext call,
        string symbol,
        [Description("See list_strategies")] string strategyId,
        [Description("Name: values or from,to,step")] JsonElement grid,
        Timeframe timeframe = Timeframe.H1,
        DateTime? from = null,
        DateTime? to = null,
        [StringLength(60), Description("Ranks; see report metrics")] string metric = "sharpe",
        [Range(1, SweepSizes.MostRuns), Description("Most combinations")] int maxRuns = 200)
    {
        call.Progress.Report(new JobProgress(0, "reading prices"));
        PlannedRun planned = room.Plan(BacktestRoom.Request(new RunArguments(symbol, timeframe, strategyId, null, from, to)), call.CancellationToken);
        IReadOnlyList<string> axes = GridText.Axes(grid);
        ParameterGrid cells = BacktestRoom.Understand("grid", () => SweepSizes.Grid(axes));
        string search = cells.Count <= maxRuns ? "grid" : FormattableString.Invariant($"random:{maxRuns}");
        (planned, _, var sized) = BacktestRoom.Run(planned, fallback: true, new JobSteps(call.Progress, "running once", planned.Bars, 1, Sized), call.CancellationToken);
        int runs = Math.Min(cells.Count, maxRuns);
        bool keepsCurves = runs > 1 && SweepSizes.CurvesFit(runs, planned.Bars);
        var request = new SweepRequest(axes, metric, search, BacktestRoom.Threads, keepsCurves, null);
        SweepPlan sweep = BacktestRoom.Understand("grid", () => SweepPlan.Of(planned.Plan, request));
        SweepResult found = SweepSizes.Run(new SweepExecution(planned.Plan, logFolder), sweep, request, new JobSteps(call.Progress, "sweeping", sweep.Runs, Sized, 98), call.CancellationToken);
        var card = new SweepCard
        {
            SweepId = Ulid.New("swp_", keeper.Now),
            Time = keeper.Now,
            Request = BacktestRoom.Keep(planned.Plan.Request),
            Axes = axes,
            Metric = metric,
            Search = search,
            Trials = found.Trials.Count,
            DataHash = RunKeeper.HashOf(planned.Plan),
        };
        keeper.Archive.Add(card.SweepId, card);
        keeper.Trials.Add(card.DataHash, found.Trials.Count);
        return Result(card, found, planned, sized?.Message, DataStamp.Of(planned.Symbols[0].Instrument, planned.End, 2 * timeframe.Length(), room.Market.Now));
    }

    private static ParameterSweepResult Result(SweepCard card, SweepResult found, PlannedRun planned, string? sized, DataStamp stamp)
    {
        double cash = (double)planned.Plan.Account.InitialCash;
        Trial[] ranked = [.. found.Ranked()];
        bool whole = found.Trials.Count == found.Grid.Count;
        double[] profits = whole ? [.. found.Trials.OrderBy(t => t.Cell).Select(t => t.FinalEquity - cash)] : [];
        DeflatedSharpe? deflated = found.Curves.Count > 1 && ranked.Length > 0 ? DeflatedSharpe.Of(new TrialSet(found.Curves), found.Trials.ToList().IndexOf(ranked[0])) : null;
        int failed = found.Trials.Count(t => t.Failure is not null);
        string best = ranked.Length == 0 ? "none has a value" : $"best {string.Join(' ', found.Grid.Axes.Zip(found.Grid.Values(ranked[0].Cell), (a, v) => FormattableString.Invariant($"{a.Name}={v}")))}";
        return new ParameterSweepResult
        {
            Summary = FormattableString.Invariant($"{found.Trials.Count} of {found.Grid.Count} combinations by {card.Metric}: {best}.{(failed > 0 ? $" {failed} failed." : "")}{(sized is null ? "" : $" {sized}")}"),
            Source = DataSources.Of(planned.Symbols.Select(s => s.Source)),
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = string.Join(",", planned.Symbols.Select(s => s.Instrument.Symbol)),
            Timeframe = planned.Plan.Request.Timeframe,
            SweepId = card.SweepId,
            Tried = found.Trials.Count,
            Best = [.. ranked.Take(Shown).Select(t => Row(found, t, cash))],
            PlateauScore = whole ? Figures.Ratio(ParameterSensitivity.Of(found.Grid, profits).PlateauRatio) : null,
            DeflatedSharpe = deflated is null ? null : Figures.Ratio(deflated.Probability),
            Heatmap = whole ? SweepMap.Of(found.Grid, profits) : null,
            Currency = planned.Plan.Account.Currency,
        };
    }

    private static SweepRow Row(SweepResult found, Trial trial, double cash) => new(
        found.Grid.Axes.Zip(found.Grid.Values(trial.Cell)).ToDictionary(p => p.First.Name, p => p.Second),
        new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [found.Objective.Key] = Figures.Money(trial.Objective),
            ["netProfit"] = Figures.Money(trial.FinalEquity - cash),
            ["fills"] = trial.Fills,
            ["closedTrades"] = trial.Trades,
        });
}
