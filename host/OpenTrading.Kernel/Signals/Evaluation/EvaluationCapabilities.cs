using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Signals.Evaluation;

/// <summary>How good the signals of the past were.</summary>
/// <param name="market">The bars after them.</param>
/// <param name="desk">The signals.</param>
public sealed class EvaluationCapabilities(IMarketData market, SignalDesk desk)
{
    private const int LeastEnded = 5;
    private const int Digits = 4;

    private readonly OutcomeReader _outcomes = new(market);

    /// <summary>Judges recorded signals.</summary>
    [Capability("evaluate_signals", "signals", Effect.Compute, "POST /signals/evaluate", Errors = [ErrorCode.InsufficientHistory])]
    [Description("Hit rate, result in R and calibration of recorded signals.")]
    public EvaluationResult EvaluateSignals(
        SignalKind kind = SignalKind.Signal,
        [Description("Of this strategy")] string? strategyId = null,
        string? symbol = null,
        [Range(1, 3650), Description("How far back")] int days = 90)
    {
        DateTime since = market.Now.AddDays(-days);
        RecordedSignal[] asked =
        [
            .. desk.Book.Newest
                .Where(s => s.Kind == kind && s.Side is not null && s.BarTime >= since
                    && (strategyId is null || s.StrategyId == strategyId) && (symbol is null || s.Symbol.Equals(symbol, StringComparison.OrdinalIgnoreCase)))
                .DistinctBy(s => (s.StrategyId, s.Symbol, s.Source, s.Timeframe, s.BarTime, s.Side)),
        ];
        (RecordedSignal Signal, SignalOutcome? Outcome)[] judged = [.. asked.Zip(_outcomes.Of(asked)).Where(j => j.Second?.R is not null)];
        (RecordedSignal Signal, SignalOutcome? Outcome)[] ended = [.. judged.Where(j => j.Outcome!.IsEnded)];
        if (ended.Length < LeastEnded)
        {
            throw new CapabilityException(
                ErrorCode.InsufficientHistory,
                $"{asked.Length} signals of the last {days} days match, and {ended.Length} of them have ended; {LeastEnded} are needed",
                "Generate signals over time, ask for more days, or leave out a filter.");
        }

        double[] confidence = [.. ended.Select(j => j.Signal.Confidence)];
        double[] results = [.. ended.Select(j => j.Outcome!.R!.Value)];
        double rank = Correlation.Spearman(confidence, results);
        double win = 100.0 * results.Count(r => r > 0) / results.Length;
        double expectancy = Rounding.Significant(Moments.Mean(results), Digits);
        return new EvaluationResult
        {
            Summary = FormattableString.Invariant($"{results.Length} ended signals: {win:0.#} % won, {expectancy} R each; {judged.Length - ended.Length} still open."),
            Source = DataSources.Of(judged.Select(j => j.Signal.Source)),
            AsOf = market.Now,
            N = results.Length,
            WinPct = Math.Round(win, 2),
            AvgR = Rounding.Significant(Moments.Mean([.. judged.Select(j => j.Outcome!.R!.Value)]), Digits),
            ExpectancyR = expectancy,
            Calibration = CalibrationBucket.Of(confidence, results),
            Brier = Rounding.Significant(confidence.Zip(results).Average(p => Math.Pow(p.First - (p.Second > 0 ? 1 : 0), 2)), Digits),
            RankCorrelation = double.IsFinite(rank) ? Rounding.Significant(rank, Digits) : null,
        };
    }
}
