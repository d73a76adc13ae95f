using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Conditions;

/// <summary>A condition over the past of symbols.</summary>
public sealed record ConditionResult : DataResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>One item a symbol.</summary>
    public required IReadOnlyList<ConditionMatches> Symbols { get; init; }

    /// <summary>Symbols that could not be tested, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
