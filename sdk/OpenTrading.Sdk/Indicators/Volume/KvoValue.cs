namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Kvo"/>, in the unit of the volume, times 100.</summary>
/// <param name="Kvo">The oscillator.</param>
/// <param name="Signal">Its exponential average.</param>
public readonly record struct KvoValue(double Kvo, double Signal) : IIndicatorValue<KvoValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["kvo", "signal"];

    /// <inheritdoc/>
    public static KvoValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Kvo, Signal);
}
