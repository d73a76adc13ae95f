using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Sdk.Features;

/// <summary>
/// A named, versioned list of features. Each is a formula over closed bars, and formulas look back only: a row says nothing that was not known at the
/// close of its bar. Another formula is another version.
/// </summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class FeatureSet
{
    private readonly Lazy<Expression[]> _formulas;

    private FeatureSet(string name, int version, string description, IReadOnlyList<Feature> features)
    {
        (Name, Version, Description, Features) = (name, version, description, features);
        _formulas = new Lazy<Expression[]>(() => [.. features.Select(f => Expression.ParseNumber(f.Formula, IndicatorCatalog.BuiltIn))]);
    }

    /// <summary>The sets there are.</summary>
    public static IReadOnlyList<FeatureSet> All { get; } = [new("base", 1, "returns, trend, momentum, volatility, volume and time of one series", BaseFeatures.All)];

    /// <summary>Name of the set.</summary>
    public string Name { get; }

    /// <summary>Version; rises with every change of a formula.</summary>
    public int Version { get; }

    /// <summary>What its features speak of.</summary>
    public string Description { get; }

    /// <summary>The features, in the order of the columns.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>Bars until every feature has a value.</summary>
    public int WarmupBars => _formulas.Value.Max(f => f.WarmupBars);

    /// <summary>The set of a name.</summary>
    /// <exception cref="CapabilityException">There is none: <see cref="ErrorCode.NotFound"/>.</exception>
    public static FeatureSet Require(string name) =>
        All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new CapabilityException(
            ErrorCode.NotFound,
            $"There is no feature set '{(name.Length > 40 ? name[..40] + "..." : name)}'",
            Suggestion.Nearest(name, All.Select(s => s.Name)) is { } guess ? $"Did you mean {guess}?" : $"There are {string.Join(", ", All.Select(s => s.Name))}.");

    /// <summary>Every feature at every bar; NaN where it is not known yet, or not defined.</summary>
    /// <param name="bars">The bars, from the first the features see.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public FeatureTable Compute(BarSeries bars, CancellationToken cancellationToken = default) =>
        new(this, bars, new ExpressionRun(_formulas.Value).Over(bars, cancellationToken));
}
