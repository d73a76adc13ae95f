namespace OpenTrading.Sdk.Indicators;

/// <summary>Names an indicator for catalogs. Its parameters are those of its constructor, its outputs those of the class.</summary>
/// <param name="id">Lower-case identifier, words joined by hyphens, unique among indicators.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IndicatorAttribute(string id) : Attribute
{
    /// <summary>Lower-case identifier, words joined by hyphens.</summary>
    public string Id { get; } = id;

    /// <summary>Full name, as the field writes it.</summary>
    public required string Title { get; init; }

    /// <summary>What it measures.</summary>
    public required IndicatorKind Kind { get; init; }

    /// <summary>
    /// The formula in one line of plain text: prices and parameters by their names, <c>close[1]</c> for the close one bar before.
    /// </summary>
    public required string Formula { get; init; }

    /// <summary>
    /// Outputs that catalogs, charts and expressions show, in their order: the name of an output of the class, or <c>name=output</c> where the
    /// field's word for it is another. An only one bears the name of the indicator.
    /// </summary>
    /// <value>Default none: all outputs of the class by their own names.</value>
    public string[] Outputs { get; init; } = [];
}
