namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Hurst"/>.</summary>
/// <param name="Hurst">The exponent as Hurst defines it; too high in a short window.</param>
/// <param name="Corrected">The exponent less the bias of a window of this length: 0.5 for chance.</param>
public readonly record struct HurstValue(double Hurst, double Corrected) : IIndicatorValue<HurstValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["hurst", "corrected"];

    /// <inheritdoc/>
    public static HurstValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Hurst, Corrected);
}
