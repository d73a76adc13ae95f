using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>
/// The Sharpe ratio of the best of many trials, held against what the best of as many worthless ones would show. All ratios are a period, not a year.
/// </summary>
/// <remarks>Source: Bailey, López de Prado, The deflated Sharpe ratio, Journal of Portfolio Management 40 (2014).</remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DeflatedSharpe
{
    private const double Confidence = 0.95;

    /// <summary>Number of the trial judged.</summary>
    public required int Trial { get; init; }

    /// <summary>Its Sharpe ratio.</summary>
    public required SharpeSample Sample { get; init; }

    /// <summary>All trials, discarded ones included.</summary>
    public required int Trials { get; init; }

    /// <summary>Variance of their Sharpe ratios, with n - 1; a trial that never varied counts as 0.</summary>
    public required double Variance { get; init; }

    /// <summary>Probability that the true ratio is above 0, the selection ignored.</summary>
    public required double ProbabilityAboveZero { get; init; }

    /// <summary>Ratio that the best of that many worthless trials is expected to show.</summary>
    public required double ExpectedMaximum { get; init; }

    /// <summary>Probability that the true ratio is above it.</summary>
    public required double Probability { get; init; }

    /// <summary>What the trials are worth as independent ones.</summary>
    public required EffectiveTrials Effective { get; init; }

    /// <summary>Ratio that the best of the effective trials is expected to show.</summary>
    public required double EffectiveExpectedMaximum { get; init; }

    /// <summary>Probability that the true ratio is above that.</summary>
    public required double EffectiveProbability { get; init; }

    /// <summary>Periods needed to tell the ratio from 0 with 95 % confidence; NaN where it is not above 0.</summary>
    public required double MinimumTrackRecord { get; init; }

    /// <summary>Judges the best trial, or another.</summary>
    /// <param name="trials">Every run made on the bars.</param>
    /// <param name="trial">Trial to be judged; null for the one with the highest final equity.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    public static DeflatedSharpe Of(TrialSet trials, int? trial = null, ParallelOptions? parallel = null)
    {
        int chosen = trial ?? trials.Best;
        var ratios = new double[trials.Count];
        Parallel.For(0, trials.Count, parallel ?? new ParallelOptions(), i =>
        {
            double[] returns = trials.Returns(i);
            double deviation = Moments.Deviation(returns);
            ratios[i] = deviation > 0 ? Moments.Mean(returns) / deviation : 0;
        });

        var sample = SharpeSample.Of(trials.Returns(chosen));
        var effective = EffectiveTrials.Of(trials, parallel);
        double deviation = ratios.Length > 1 ? Moments.Deviation(ratios) : 0;
        double expected = deviation * Significance.ExpectedMaximum.Of(trials.Count);
        double effectiveExpected = deviation * Significance.ExpectedMaximum.Of(effective.Count);
        return new DeflatedSharpe
        {
            Trial = chosen,
            Sample = sample,
            Trials = trials.Count,
            Variance = deviation * deviation,
            ProbabilityAboveZero = ProbabilisticSharpe.Of(sample, 0),
            ExpectedMaximum = expected,
            Probability = ProbabilisticSharpe.Of(sample, expected),
            Effective = effective,
            EffectiveExpectedMaximum = effectiveExpected,
            EffectiveProbability = ProbabilisticSharpe.Of(sample, effectiveExpected),
            MinimumTrackRecord = MinimumTrackRecordLength.Periods(sample, 0, Confidence),
        };
    }
}
