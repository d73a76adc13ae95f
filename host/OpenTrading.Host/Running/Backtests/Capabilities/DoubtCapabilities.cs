using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Doubts a result: other orders of its trades, other futures, other costs.</summary>
internal sealed class DoubtCapabilities(BacktestRoom room, RunKeeper keeper)
{
    private const int LeastTrades = 10;
    private const double RuinPct = 50;
    private const double MostMultiplier = 100;
    private const int MostMultipliers = 20;
    private static readonly int[] Delays = [0, 1, 2, 3];

    /// <summary>Draws other histories of a run.</summary>
    [Capability("run_monte_carlo", "backtest", Effect.Compute, "POST /backtest/{runId}/monte-carlo", Errors = [ErrorCode.NotFound, ErrorCode.InsufficientHistory])]
    [Description("Other histories of a kept run: trades shuffled, drawn anew, or in blocks.")]
    public MonteCarloSpread RunMonteCarlo(
        ICallContext call,
        string runId,
        [Description("How histories are made")] MonteCarloMethod method = MonteCarloMethod.Bootstrap,
        [Range(10, 20_000), Description("Histories")] int runs = 1000,
        [Range(0, int.MaxValue), Description("Seed of the draw")] int seed = 1)
    {
        RunCard card = keeper.Card(runId);
        IResampling resampling = Resampling(card, method);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = BacktestRoom.Threads, CancellationToken = call.CancellationToken };
        MonteCarloResult drawn = MonteCarloSimulation.Run(resampling, runs, (ulong)seed, parallel);
        double Return(double share) => Figures.Ratio(100 * drawn.Percentile(p => p.TotalReturn, share)) ?? 0;
        double Fall(double share) => Figures.Ratio(drawn.Percentile(p => p.MaxDrawdownPct, share)) ?? 0;
        return new MonteCarloSpread
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{runs} histories by {drawn.Method}: return {Return(0.05):0.##} to {Return(0.95):0.##} %, drawdown up to {Fall(0.95):0.##} % (95 %). {drawn.Meaning}"),
            AsOf = keeper.Now,
            ReturnPct = new ReturnSpread(Return(0.05), Return(0.5), Return(0.95)),
            MaxDrawdownPct = new FallSpread(Fall(0.5), Fall(0.95), Fall(0.99)),
            RuinProbability = (double)drawn.Paths.Count(p => p.MaxDrawdownPct >= RuinPct) / runs,
            LossProbability = drawn.ProbabilityOfLoss,
        };
    }

    /// <summary>Looks for knowledge of the future.</summary>
    [Capability("check_lookahead", "backtest", Effect.Compute, "POST /backtest/lookahead", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("Runs a strategy with later bars cut off or noise: what it did before must not change.")]
    public LookAheadFindings CheckLookahead(
        ICallContext call,
        string symbol,
        [Description("See list_strategies")] string strategyId,
        Timeframe timeframe = Timeframe.H1,
        [Description("Values by name; others default")] JsonElement? parameters = null,
        [Range(1, 100), Description("Places to cut at")] int cuts = 20)
    {
        Instrument instrument = room.Market.Resolve(symbol).Instrument;

        // The smallest size: what is tested is what the strategy decides, not what it can afford.
        BacktestRequest request = BacktestRoom.Request(new RunArguments(symbol, timeframe, strategyId, parameters)) with
        {
            Size = FormattableString.Invariant($"lots:{instrument.VolumeMin}"), Cash = 1e9m,
        };
        PlannedRun planned = room.Plan(request, call.CancellationToken);
        BarSeries bars = planned.Plan.Inputs[0].Bars;
        IReadOnlyList<int> places = LookAheadComparison.Cuts(bars.Count, cuts);
        LookAheadCheck check = BacktestRoom.Understand("symbol", () => new LookAheadCheck(planned.Plan, call.CancellationToken));
        LookAheadDifference[] found = BacktestRoom.Ran(() => check.Differences(places, new JobSteps(call.Progress, "comparing", places.Count, 5, 100)).ToArray());
        DataStamp stamp = DataStamp.Of(instrument, planned.End, 2 * timeframe.Length(), room.Market.Now);
        return new LookAheadFindings
        {
            Summary = found.Length == 0
                ? $"{strategyId}: nothing before {places.Count} cuts depends on what came after them."
                : $"{strategyId} knows the future: {found[0].Series} differs at {bars[found[0].Bar].Time:yyyy-MM-dd HH:mm} already when the bars from {bars[found[0].Cut].Time:yyyy-MM-dd HH:mm} on are others.",
            Source = planned.Symbols[0].Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = instrument.Symbol,
            Timeframe = timeframe,
            Leaked = found.Length > 0,
            Mismatches = [.. found.Select(d => new LookAheadMismatch(bars[d.Bar].Time, d.Full, d.Changed, d.Series))],
            CheckedBars = places.Sum(p => (long)p),
        };
    }

    /// <summary>Runs a kept backtest at other costs.</summary>
    [Capability("analyze_cost_sensitivity", "backtest", Effect.Compute, "POST /backtest/{runId}/costs", Errors = [ErrorCode.NotFound])]
    [Description("A kept backtest with costs multiplied and fills delayed: where the profit is gone.")]
    public CostResult AnalyzeCostSensitivity(ICallContext call, string runId, [DefaultValue(new[] { 0, 0.5, 1, 1.5, 2, 3 }), Description("0 trades for nothing")] double[]? multipliers = null)
    {
        RunCard card = keeper.Card(runId);
        if (card.IsWalkForward)
        {
            throw Argument.Refuse("runId", $"{runId} is a walk-forward; run its strategy with run_backtest and give that run");
        }

        double[] rising = [.. (multipliers ?? []).Distinct().Order()];
        if (rising.Length is 0 or > MostMultipliers || rising[0] < 0 || rising[^1] > MostMultiplier)
        {
            throw Argument.Refuse("multipliers", $"give 1 to {MostMultipliers}, each from 0 to {MostMultiplier}");
        }

        BacktestPlan plan = Plan(card, call.CancellationToken);
        var progress = new JobSteps(call.Progress, "running at other costs", rising.Length + Delays.Length, 2, 100);
        int done = 0;
        RunSummary Summary(BacktestPlan changed)
        {
            RunSummary summary = BacktestRoom.Ran(() => new BacktestExecution(changed, TimeSpan.Zero).Run(progress: null, call.CancellationToken)).Summary;
            progress.Report(++done);
            return summary;
        }

        CostRow[] rows = [.. rising.Select(m => (m, Summary(m == 1 ? plan : plan.WithAllCosts(m)))).Select(r => new CostRow(r.m, Figures.Money(r.Item2.Profit.NetProfit), Figures.Ratio(r.Item2.Daily.Sharpe)))];
        DelayRow[] delays = [.. Delays.Select(d => new DelayRow(d, Figures.Money(Summary(plan.With(r => r with { Terms = r.Terms with { Delay = $"{d}bars" } })).Profit.NetProfit)))];
        double? even = CostRow.BreakEven(rows);
        string changed = card.DataHash == RunKeeper.HashOf(plan) ? "" : " The prices have changed since the run.";
        return new CostResult
        {
            Summary = $"{card.StrategyId}: {(even is { } at ? FormattableString.Invariant($"nothing is left at {at:0.##} times the costs") : rows[0].NetProfit > 0 ? "it stays above nothing at all of these costs" : "it loses at all of these costs")}.{changed}",
            AsOf = keeper.Now,
            Rows = rows,
            BreakEvenMultiplier = even,
            DelayBars = delays,
            Currency = card.Currency,
        };
    }

    private BacktestPlan Plan(RunCard card, CancellationToken cancellationToken)
    {
        try
        {
            return room.Plan(BacktestRoom.Kept(card.Request), cancellationToken).Plan;
        }
        catch (CapabilityException e) when (e.Code is ErrorCode.SymbolUnknown or ErrorCode.DataUnavailable or ErrorCode.InsufficientHistory)
        {
            throw new CapabilityException(ErrorCode.NotFound, $"What {card.RunId} ran on is gone: {e.Message}", e.Remedy);
        }
    }

    private IResampling Resampling(RunCard card, MonteCarloMethod method)
    {
        using JsonDocument report = keeper.Report(card.RunId);
        double cash = card.Metrics["finalEquity"] - card.Metrics["netProfit"];
        double[] nets = [.. report.RootElement.GetProperty("trades").EnumerateArray().Select(t => t.GetProperty("net").GetDouble())];
        double[] days = [.. report.RootElement.GetProperty("dailyReturns").EnumerateArray().Select(d => d.GetProperty("return").GetDouble())];
        bool isEnough = method == MonteCarloMethod.Block ? days.Length >= 2 * RobustnessChecks.BlockDays : nets.Length >= LeastTrades;
        return !isEnough
            ? throw new CapabilityException(
                ErrorCode.InsufficientHistory,
                $"{card.RunId} has {nets.Length} trades on {days.Length} days; {(method == MonteCarloMethod.Block ? $"blocks need {2 * RobustnessChecks.BlockDays} days" : $"{LeastTrades} trades are needed")}",
                "Run it over more bars.")
            : method switch
            {
                MonteCarloMethod.Shuffle => new TradeShuffle(cash, nets),
                MonteCarloMethod.Bootstrap => new TradeBootstrap(cash, nets),
                _ => new BlockBootstrap(cash, days, RobustnessChecks.BlockDays),
            };
    }
}
