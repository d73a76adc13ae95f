using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Sdk.Indicators;

/// <summary>A fixed set of indicators, found by name.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class IndicatorCatalog : IIndicatorCatalog
{
    private static readonly Lazy<IndicatorCatalog> Sdk = new(() => new IndicatorCatalog(
        typeof(IndicatorCatalog).Assembly.GetTypes().Where(t => t.IsDefined(typeof(IndicatorAttribute), inherit: false)).Select(IndicatorDefinition.Of)));

    private readonly Dictionary<string, IndicatorDefinition> _byName;

    /// <summary>A catalog of indicators of different names.</summary>
    /// <exception cref="ArgumentException">Two have one name.</exception>
    public IndicatorCatalog(IEnumerable<IndicatorDefinition> indicators)
    {
        All = [.. indicators.OrderBy(i => i.Kind).ThenBy(i => i.Name, StringComparer.Ordinal)];
        _byName = All.ToDictionary(i => i.Name, StringComparer.Ordinal);
    }

    /// <summary>The indicators of the SDK.</summary>
    public static IndicatorCatalog BuiltIn => Sdk.Value;

    /// <inheritdoc/>
    public IReadOnlyList<IndicatorDefinition> All { get; }

    /// <inheritdoc/>
    public IndicatorDefinition? Find(string name) => _byName.GetValueOrDefault(IndicatorDefinition.NameOf(name));

    /// <inheritdoc/>
    public IndicatorDefinition Require(string name) => Find(name) ?? throw new CapabilityException(
        ErrorCode.NotFound,
        $"There is no indicator '{(name.Length > 40 ? name[..40] + "..." : name)}'",
        Suggestion.Nearest(IndicatorDefinition.NameOf(name), _byName.Keys) is { } guess ? $"Did you mean {guess}?" : "See list_indicators for the names.");
}
