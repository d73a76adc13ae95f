namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Tsi"/>.</summary>
/// <param name="Tsi">The index, −100 to 100.</param>
/// <param name="Signal">Its exponential average, −100 to 100.</param>
public readonly record struct TsiValue(double Tsi, double Signal) : IIndicatorValue<TsiValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["tsi", "signal"];

    /// <inheritdoc/>
    public static TsiValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Tsi, Signal);
}
