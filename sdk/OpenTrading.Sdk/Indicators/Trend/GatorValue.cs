namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Gator"/>; the distances in price units, the directions 1 or 0 as outputs.</summary>
/// <param name="Upper">Distance of jaw and teeth, 0 or more.</param>
/// <param name="Lower">Distance of teeth and lips with its sign turned, 0 or less.</param>
/// <param name="UpperIsExpanding">Whether the upper distance grew with this bar; null while unknown.</param>
/// <param name="LowerIsExpanding">Whether the lower distance grew with this bar; null while unknown.</param>
public readonly record struct GatorValue(double Upper, double Lower, bool? UpperIsExpanding, bool? LowerIsExpanding)
    : IIndicatorValue<GatorValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["upper", "lower", "upperIsExpanding", "lowerIsExpanding"];

    /// <inheritdoc/>
    public static GatorValue None => new(double.NaN, double.NaN, null, null);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[0], outputs[1]) = (Upper, Lower);
        (outputs[2], outputs[3]) = (Flag.Output(UpperIsExpanding), Flag.Output(LowerIsExpanding));
    }
}
