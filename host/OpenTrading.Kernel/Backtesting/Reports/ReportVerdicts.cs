using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;

namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>Reasons not to trust a result, which stand above it.</summary>
public static class ReportVerdicts
{
    /// <summary>Fewer closed trades than this prove nothing.</summary>
    public const int FewTrades = 30;

    private const double NeededProbability = 0.95;
    private const double MostOverfitting = 0.5;

    /// <summary>The reasons, the gravest first; empty when there are none.</summary>
    public static IReadOnlyList<string> Of(BacktestReport report) =>
    [
        .. new[]
        {
            OfLookAhead(report.Robustness?.LookAhead),
            OfTrades(report.Summary.Trades.Closed),
            OfOverfitting(report.Robustness?.Overfitting),
            OfSharpe(report.Robustness?.DeflatedSharpe),
        }.OfType<string>(),
    ];

    private static string? OfTrades(int trades) => trades < FewTrades
        ? FormattableString.Invariant($"{trades} closed {(trades == 1 ? "trade" : "trades")}: with fewer than {FewTrades} the figures below are chance as much as skill.")
        : null;

    private static string? OfSharpe(DeflatedSharpe? sharpe) => sharpe is not null && !(sharpe.Probability >= NeededProbability)
        ? FormattableString.Invariant($"Deflated Sharpe ratio {sharpe.Probability:0.00}, below {NeededProbability:0.00}: the best of {sharpe.Trials} trials may owe its result to the search.")
        : null;

    private static string? OfOverfitting(CscvResult? cscv) => cscv?.ProbabilityOfOverfitting > MostOverfitting
        ? FormattableString.Invariant($"Probability of overfitting {cscv.ProbabilityOfOverfitting:0.00}, above {MostOverfitting:0.0}: what was best on one half of the bars was mostly below average on the other.")
        : null;

    private static string? OfLookAhead(LookAheadResult? result) => result?.Difference is { } difference
        ? FormattableString.Invariant($"Look-ahead test failed: with other bars from bar {difference.Cut} on, {difference.Series} differs at bar {difference.Bar} already ({difference.Full} became {difference.Changed}). The result cannot be had in trading.")
        : null;
}
