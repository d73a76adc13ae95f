using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Signals.Strategies;

/// <summary>Strategies.</summary>
public sealed record StrategiesResult : CapabilityResult
{
    /// <summary>The strategies, by id.</summary>
    public required IReadOnlyList<StrategyRow> Strategies { get; init; }

    /// <summary>All about the one that was asked for.</summary>
    public StrategyDetail? Detail { get; init; }
}
