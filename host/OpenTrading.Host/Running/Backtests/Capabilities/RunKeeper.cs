using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Breakdowns;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Keeps finished runs in the home, with the same files that the command writes, and counts what was tried on the same prices.</summary>
/// <param name="archive">Where they are kept.</param>
/// <param name="trials">What was tried.</param>
/// <param name="time">The wall clock.</param>
internal sealed class RunKeeper(RunArchive archive, TrialCounts trials, TimeProvider time)
{
    private const int MostDrawdowns = 5;
    private const int Digits = 12;

    /// <summary>Where they are kept.</summary>
    public RunArchive Archive => archive;

    /// <summary>What was tried.</summary>
    public TrialCounts Trials => trials;

    /// <summary>The wall clock, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The card of a kept run.</summary>
    /// <exception cref="CapabilityException">There is none: NOT_FOUND.</exception>
    public RunCard Card(string runId) => archive.Read<RunCard>(runId) ?? throw new CapabilityException(
        ErrorCode.NotFound, $"There is no backtest {(runId.Length > 40 ? runId[..40] + "..." : runId)}", "List those kept with list_backtests; the oldest are let go.");

    /// <summary>The report of a kept run, as a document that the caller disposes of.</summary>
    /// <exception cref="CapabilityException">There is none: NOT_FOUND.</exception>
    public JsonDocument Report(string runId)
    {
        try
        {
            if (archive.Find(runId) is { } folder)
            {
                return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, ReportFiles.Json)));
            }
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // It went while it was read; the answer is the same as if it had gone before.
        }

        throw new CapabilityException(ErrorCode.NotFound, $"The report of {runId} is gone", "Run the backtest again with run_backtest.");
    }

    /// <summary>Results of the trades of a strategy's newest kept backtest, multiples of initial risk; null where there is none, or its trades had no stops.</summary>
    public IReadOnlyList<double>? ResultsOf(string strategyId)
    {
        string? newest = archive.Ids("bt_").FirstOrDefault(id => archive.Read<RunCard>(id) is { IsWalkForward: false } card && card.StrategyId == strategyId);
        if (newest is null)
        {
            return null;
        }

        try
        {
            using JsonDocument report = Report(newest);
            double[] results = [.. report.RootElement.GetProperty("trades").EnumerateArray().Select(TradeRow.ResultOf).OfType<double>()];
            return results.Length > 0 ? results : null;
        }
        catch (CapabilityException)
        {
            // It was let go meanwhile.
            return null;
        }
    }

    /// <summary>Fingerprint of the prices of a plan.</summary>
    public static string HashOf(BacktestPlan plan) => DataHash.Of(plan.Inputs.Select(i => i.Bars));

    /// <summary>Keeps a run.</summary>
    /// <param name="planned">What was run.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="robustness">What was found out about it; null for nothing.</param>
    /// <param name="extra">What else a reader must know; null for nothing.</param>
    /// <param name="isWalkForward">Whether its equity is joined of windows.</param>
    public RunCard Keep(PlannedRun planned, BacktestOutcome outcome, RobustnessResults? robustness, ReportedWarning? extra, bool isWalkForward = false)
    {
        BacktestReport report = ReportMaker.Of(outcome, robustness);
        report = extra is null ? report : report with { Warnings = [extra, .. report.Warnings] };
        RunCard card = Card(planned, outcome, report, isWalkForward);
        archive.Add(card.RunId, card, folder => ReportFiles.Write(folder, report, outcome));
        trials.Add(card.DataHash, 1);
        return card;
    }

    private RunCard Card(PlannedRun planned, BacktestOutcome outcome, BacktestReport report, bool isWalkForward)
    {
        BacktestPlan plan = outcome.Plan;
        RunSummary summary = outcome.Summary;
        EquityCurve curve = summary.Run.Curve;
        string[] symbols = [.. planned.Symbols.Select(s => s.Instrument.Symbol)];
        SharpeSample sample = new TrialSet([curve]).Returns(0) is var returns ? SharpeSample.Of(returns) : default;
        return new RunCard
        {
            RunId = Ulid.New("bt_", time.GetUtcNow()),
            Time = Now,
            IsWalkForward = isWalkForward,
            Request = BacktestRoom.Keep(plan.Request),
            Symbols = symbols,
            Source = DataSources.Of(planned.Symbols.Select(s => s.Source)),
            Timeframe = plan.Request.Timeframe,
            StrategyId = report.Strategy.Name,
            Parameters = report.Strategy.Parameters.ToDictionary(p => p.Key, p => JsonSerializer.SerializeToElement(p.Value)),
            Config = JsonSerializer.SerializeToElement<JsonNode>(report.Config),
            Currency = summary.Run.Currency,
            Bars = outcome.Bars,
            From = plan.Inputs.Min(i => i.Bars[0].Time),
            To = planned.End,
            DataHash = HashOf(plan),
            OrderListHash = report.OrderListHash,
            Metrics = MetricCatalog.All.Select(m => KeyValuePair.Create(m.Key, Rounding.Significant(m.Of(summary), Digits))).Where(m => double.IsFinite(m.Value)).ToDictionary(),
            BenchmarkPct = Rounding.Significant(plan.Inputs.Average(i => Held(i.Bars)), 6),
            BarSharpe = double.IsFinite(sample.Sharpe) && double.IsFinite(sample.Kurtosis) ? sample : null,
            Warnings = [.. ReportVerdicts.Of(report), .. report.Warnings.Select(w => w.Message)],
            BySymbol = symbols.Length > 1 ? SymbolResult.Of(summary.Run, symbols) : null,
            ByYear = PeriodResults.ByYear(summary),
            ByMonth = PeriodResults.ByMonth(summary),
            ByWeekday = PeriodResults.ByWeekday(summary.Run.Trades),
            Longs = SideResult.Of(summary.Run.Trades, OrderSide.Buy),
            Shorts = SideResult.Of(summary.Run.Trades, OrderSide.Sell),
            Streaks = Streaks.Of(summary.Run.Trades),
            Drawdowns = DrawdownSpan.Deepest(curve, MostDrawdowns),
        };
    }

    private static double Held(BarSeries bars) => 100 * ((bars.Close[bars.Count - 1] / bars.Open[0]) - 1);
}
