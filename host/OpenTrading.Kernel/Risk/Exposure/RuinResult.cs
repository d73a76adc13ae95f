using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>What a way of betting leads to.</summary>
public sealed record RuinResult : CapabilityResult
{
    /// <summary>Probability of losing the ruinous part within the trades, exact.</summary>
    public required double RuinProbability { get; init; }

    /// <summary>Share of the account that grows it fastest, percent; negative when there is no edge.</summary>
    public required double KellyPct { get; init; }

    /// <summary>Mean result of a trade in multiples of its risk.</summary>
    public required double ExpectancyR { get; init; }

    /// <summary>Deepest fall from a high within the trades, percent: half of 2,000 simulated runs stay above it.</summary>
    public required double DrawdownP50Pct { get; init; }

    /// <summary>Longest run of losses that 95 % of all sequences do not exceed, exact.</summary>
    public required int LosingStreakP95 { get; init; }
}
