using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Sdk.Indicators;

/// <summary>The indicators that can be asked for by name.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IIndicatorCatalog
{
    /// <summary>All indicators, by kind and then name.</summary>
    IReadOnlyList<IndicatorDefinition> All { get; }

    /// <summary>The indicator of a name; letter case does not count, nor whether words are joined by underscores or hyphens. Null when there is none.</summary>
    /// <param name="name">Such as <c>stoch_rsi</c>.</param>
    IndicatorDefinition? Find(string name);

    /// <summary>The indicator of a name.</summary>
    /// <param name="name">Such as <c>stoch_rsi</c>.</param>
    /// <exception cref="CapabilityException">There is none: <see cref="ErrorCode.NotFound"/> with the nearest name.</exception>
    IndicatorDefinition Require(string name);
}
