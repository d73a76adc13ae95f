namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Mama"/>, in price units.</summary>
/// <param name="Mama">The adaptive average.</param>
/// <param name="Fama">The following average: the same at half the speed.</param>
public readonly record struct MamaValue(double Mama, double Fama) : IIndicatorValue<MamaValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["mama", "fama"];

    /// <inheritdoc/>
    public static MamaValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Mama, Fama);
}
