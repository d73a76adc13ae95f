using OpenTrading.Sdk.Features;

namespace OpenTrading.Features.Indicators;

/// <summary>A feature set in a list.</summary>
/// <param name="Name">Name by which it is built.</param>
/// <param name="Version">Rises with every change of a formula.</param>
/// <param name="Features">Names of the features; <c>name = formula</c> where the set was asked for by name.</param>
public sealed record FeatureSetRow(string Name, int Version, IReadOnlyList<string> Features)
{
    internal static FeatureSetRow Of(FeatureSet set, bool withFormulas) =>
        new(set.Name, set.Version, [.. set.Features.Select(f => withFormulas ? $"{f.Name} = {f.Formula}" : f.Name)]);
}
