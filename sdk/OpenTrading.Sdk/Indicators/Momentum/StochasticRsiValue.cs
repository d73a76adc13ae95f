namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.StochasticRsi"/>.</summary>
/// <param name="StochRsi">The oscillator, 0 to 100.</param>
/// <param name="Signal">Its average, 0 to 100.</param>
public readonly record struct StochasticRsiValue(double StochRsi, double Signal) : IIndicatorValue<StochasticRsiValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["stochRsi", "signal"];

    /// <inheritdoc/>
    public static StochasticRsiValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (StochRsi, Signal);
}
