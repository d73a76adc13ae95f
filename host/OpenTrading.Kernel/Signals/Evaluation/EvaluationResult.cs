using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Signals.Evaluation;

/// <summary>How good the signals of the past were.</summary>
public sealed record EvaluationResult : DataResult
{
    /// <summary>Signals that have ended.</summary>
    public required int N { get; init; }

    /// <summary>Share of them above zero, percent.</summary>
    public required double WinPct { get; init; }

    /// <summary>Mean result in multiples of the initial risk, signals still open taken at the last close.</summary>
    public required double AvgR { get; init; }

    /// <summary>Mean result of those that have ended, in multiples of the initial risk.</summary>
    public required double ExpectancyR { get; init; }

    /// <summary>How often signals of a confidence won.</summary>
    public required IReadOnlyList<CalibrationBucket> Calibration { get; init; }

    /// <summary>Mean squared distance between confidence and win (1) or loss (0); lower is better, 0.25 is a coin.</summary>
    public required double Brier { get; init; }

    /// <summary>Spearman's rank correlation of confidence and result, -1 to 1; null where one of them does not vary.</summary>
    public double? RankCorrelation { get; init; }
}
