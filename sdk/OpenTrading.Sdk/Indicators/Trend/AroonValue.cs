namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Aroon"/>.</summary>
/// <param name="Up">100 when the latest bar has the highest high of the window, 0 when the oldest has it.</param>
/// <param name="Down">100 when the latest bar has the lowest low of the window, 0 when the oldest has it.</param>
/// <param name="Oscillator">Up minus down, −100 to 100.</param>
public readonly record struct AroonValue(double Up, double Down, double Oscillator) : IIndicatorValue<AroonValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["aroonUp", "aroonDown", "oscillator"];

    /// <inheritdoc/>
    public static AroonValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Up, Down, Oscillator);
}
