using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Archive;

/// <summary>What a kept sweep was: enough to run it again, which takes less room than its curves.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SweepCard
{
    /// <summary><c>swp_</c> and a ULID.</summary>
    public required string SweepId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The backtest that was swept.</summary>
    public required JsonElement Request { get; init; }

    /// <summary>Parameters with their values, as <c>fast=2..40:2</c>.</summary>
    public required IReadOnlyList<string> Axes { get; init; }

    /// <summary>Key of the metric that ranked the trials.</summary>
    public required string Metric { get; init; }

    /// <summary><c>grid</c> or <c>random:RUNS</c>.</summary>
    public required string Search { get; init; }

    /// <summary>Trials made.</summary>
    public required int Trials { get; init; }

    /// <summary>Fingerprint of the prices.</summary>
    public required string DataHash { get; init; }
}
