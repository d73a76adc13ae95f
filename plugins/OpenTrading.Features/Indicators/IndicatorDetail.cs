using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Features.Indicators;

/// <summary>All about an indicator.</summary>
/// <param name="Title">Full name.</param>
/// <param name="Formula">The formula in one line.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="WarmupBars">Bars until every output has a value, with the defaults.</param>
/// <param name="Repaints">Whether some values become known only after their bar.</param>
public sealed record IndicatorDetail(string Title, string Formula, IReadOnlyList<IndicatorParameter> Parameters, int WarmupBars, bool Repaints)
{
    internal static IndicatorDetail Of(IndicatorDefinition indicator) => new(
        indicator.Title,
        indicator.Formula,
        [.. indicator.Parameters.Select(p => new IndicatorParameter(p.Name, p.Kind, p.DefaultValue is Enum ? p.Default : p.DefaultValue, p.Range?.Min, p.Range?.Max))],
        indicator.Default.WarmupBars,
        indicator.Repaints);
}
