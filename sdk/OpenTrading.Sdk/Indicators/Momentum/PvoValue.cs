namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Pvo"/>, in percent.</summary>
/// <param name="Pvo">Fast average minus slow average, in percent of the slow one.</param>
/// <param name="Signal">Exponential average of <paramref name="Pvo"/>.</param>
/// <param name="Histogram"><paramref name="Pvo"/> minus <paramref name="Signal"/>.</param>
public readonly record struct PvoValue(double Pvo, double Signal, double Histogram) : IIndicatorValue<PvoValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["pvo", "signal", "histogram"];

    /// <inheritdoc/>
    public static PvoValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Pvo, Signal, Histogram);
}
