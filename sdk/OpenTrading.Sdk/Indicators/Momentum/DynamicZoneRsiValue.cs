namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="DynamicZoneRsi"/>, each 0 to 100.</summary>
/// <param name="Rsi">Relative strength index.</param>
/// <param name="Upper">From here on the index is high by its own past.</param>
/// <param name="Lower">Down from here the index is low by its own past.</param>
public readonly record struct DynamicZoneRsiValue(double Rsi, double Upper, double Lower) : IIndicatorValue<DynamicZoneRsiValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["rsi", "upper", "lower"];

    /// <inheritdoc/>
    public static DynamicZoneRsiValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Rsi, Upper, Lower);
}
