namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Ppo"/>, in percent.</summary>
/// <param name="Ppo">Fast average minus slow average, in percent of the slow one.</param>
/// <param name="Signal">Exponential average of <paramref name="Ppo"/>.</param>
/// <param name="Histogram"><paramref name="Ppo"/> minus <paramref name="Signal"/>.</param>
public readonly record struct PpoValue(double Ppo, double Signal, double Histogram) : IIndicatorValue<PpoValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["ppo", "signal", "histogram"];

    /// <inheritdoc/>
    public static PpoValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Ppo, Signal, Histogram);
}
