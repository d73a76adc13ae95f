using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Features.Indicators;

/// <summary>An indicator in a list.</summary>
/// <param name="Name">Name by which it is computed.</param>
/// <param name="Group">What it measures.</param>
/// <param name="Outputs">Names of its outputs, the main one first.</param>
public sealed record IndicatorRow(string Name, string Group, IReadOnlyList<string> Outputs)
{
    internal static IndicatorRow Of(IndicatorDefinition indicator) => new(indicator.Name, GroupOf(indicator.Kind), indicator.Outputs);

    // Kinds of things that can be counted stand in the plural.
    internal static string GroupOf(IndicatorKind kind) => kind is IndicatorKind.Average or IndicatorKind.Statistic
        ? kind.ToString().ToLowerInvariant() + "s"
        : kind.ToString().ToLowerInvariant();
}
