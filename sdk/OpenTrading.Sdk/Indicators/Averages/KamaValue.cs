namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Kama"/>.</summary>
/// <param name="EfficiencyRatio">Net change over the sum of single changes, 0 (noise) to 1 (a straight move).</param>
/// <param name="Kama">The average, in the unit of the values.</param>
public readonly record struct KamaValue(double EfficiencyRatio, double Kama) : IIndicatorValue<KamaValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["er", "kama"];

    /// <inheritdoc/>
    public static KamaValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (EfficiencyRatio, Kama);
}
