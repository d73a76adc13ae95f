using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>What many other histories would have led to.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record MonteCarloResult
{
    /// <summary>Shares at which distributions are reported.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

    /// <summary>The resampling.</summary>
    public required string Method { get; init; }

    /// <summary>What it does.</summary>
    public required string Meaning { get; init; }

    /// <summary>Seed of the first path; path p has this plus p.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Steps of a path.</summary>
    public required int Steps { get; init; }

    /// <summary>The history that happened.</summary>
    public required PathOutcome Original { get; init; }

    /// <summary>The paths, in order.</summary>
    public required IReadOnlyList<PathOutcome> Paths { get; init; }

    /// <summary>Percentiles along the way, from the start to the end.</summary>
    public required IReadOnlyList<FanStep> Fan { get; init; }

    /// <summary>Share of paths that end below the initial cash.</summary>
    public double ProbabilityOfLoss => (double)Paths.Count(p => p.TotalReturn < 0) / Paths.Count;

    /// <summary>A quantile of the paths, by linear interpolation.</summary>
    /// <param name="of">What is read of each path.</param>
    /// <param name="share">0 to 1.</param>
    public double Percentile(Func<PathOutcome, double> of, double share) => Quantile.Of([.. Paths.Select(of)], share);
}
