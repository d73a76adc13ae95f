using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Whether a result is skill or the luck of the search.</summary>
internal sealed record OverfitResult : RecordResult
{
    /// <summary>Probability of backtest overfitting; null for a single run, whose trials are not kept.</summary>
    public double? Pbo { get; init; }

    /// <summary>Probability that the true Sharpe ratio is above what the best of as many worthless trials would show.</summary>
    public double? DeflatedSharpe { get; init; }

    /// <summary>Probability that it is above 0, the search ignored.</summary>
    public double? ProbabilisticSharpe { get; init; }

    /// <summary>Bars needed to tell it from 0 with 95 % confidence; null where it is not above 0.</summary>
    public double? MinTrackRecordBars { get; init; }

    /// <summary>Runs it was selected from.</summary>
    public required long Trials { get; init; }

    /// <summary>What goes of the Sharpe ratio for the search, percent.</summary>
    public double? HaircutPct { get; init; }

    /// <summary>What is to be thought of it.</summary>
    public required OverfitVerdict Verdict { get; init; }

    /// <summary>The verdict of its figures.</summary>
    /// <param name="pbo">Probability of overfitting; NaN where it is not known.</param>
    /// <param name="deflated">Deflated Sharpe ratio; NaN where equity never moved.</param>
    public static OverfitVerdict Judge(double pbo, double deflated) =>
        pbo > 0.5 || !(deflated >= 0.5) ? OverfitVerdict.Overfit : deflated >= 0.95 ? OverfitVerdict.Robust : OverfitVerdict.Fragile;
}
