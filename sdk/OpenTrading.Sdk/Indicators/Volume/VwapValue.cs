namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Vwap"/>, in price units.</summary>
/// <param name="Vwap">The average.</param>
/// <param name="Upper">The average plus the deviations.</param>
/// <param name="Lower">The average minus the deviations.</param>
public readonly record struct VwapValue(double Vwap, double Upper, double Lower) : IIndicatorValue<VwapValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["vwap", "upper", "lower"];

    /// <inheritdoc/>
    public static VwapValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Vwap, Upper, Lower);
}
