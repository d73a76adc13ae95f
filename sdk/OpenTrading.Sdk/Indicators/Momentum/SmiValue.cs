namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Smi"/>.</summary>
/// <param name="Smi">The index, −100 to 100.</param>
/// <param name="Signal">Its exponential average, −100 to 100.</param>
public readonly record struct SmiValue(double Smi, double Signal) : IIndicatorValue<SmiValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["smi", "signal"];

    /// <inheritdoc/>
    public static SmiValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Smi, Signal);
}
