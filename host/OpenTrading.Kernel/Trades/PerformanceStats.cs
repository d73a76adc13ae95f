using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Trades;

/// <summary>Results of the closed trades of an account, in groups.</summary>
public sealed record PerformanceStats : RecordResult
{
    /// <summary>Currency of the money.</summary>
    public required string Currency { get; init; }

    /// <summary>The groups; those of a clock or calendar in its order, others with most trades first.</summary>
    public required IReadOnlyList<PerformanceGroup> Groups { get; init; }

    /// <summary>All trades together.</summary>
    public required PerformanceGroup Total { get; init; }

    /// <summary>Groups of fewer than 30 trades: too few to conclude anything from.</summary>
    public required IReadOnlyList<string> SmallSample { get; init; }
}
