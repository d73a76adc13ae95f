namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Stochastic"/>.</summary>
/// <param name="Oscillator">%K, 0 to 100.</param>
/// <param name="Signal">%D, the average of %K, 0 to 100.</param>
/// <param name="PercentJ">%J, 3 · %K − 2 · %D, −200 to 300.</param>
public readonly record struct StochasticValue(double Oscillator, double Signal, double PercentJ) : IIndicatorValue<StochasticValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["oscillator", "signal", "percentJ"];

    /// <inheritdoc/>
    public static StochasticValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Oscillator, Signal, PercentJ);
}
