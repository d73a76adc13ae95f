namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Atr"/>.</summary>
/// <param name="TrueRange">True range of the bar, in price units.</param>
/// <param name="Atr">Smoothed true range, in price units.</param>
/// <param name="Percent">Smoothed true range in percent of the close.</param>
public readonly record struct AtrValue(double TrueRange, double Atr, double Percent) : IIndicatorValue<AtrValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["tr", "atr", "atrp"];

    /// <inheritdoc/>
    public static AtrValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (TrueRange, Atr, Percent);
}
