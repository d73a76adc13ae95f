namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Adx"/>, each 0 to 100.</summary>
/// <param name="PlusDi">Plus directional indicator: upward movement in percent of the true range.</param>
/// <param name="MinusDi">Minus directional indicator: downward movement in percent of the true range.</param>
/// <param name="Dx">Directional index: difference of the indicators in percent of their sum.</param>
/// <param name="Adx">Smoothed directional index.</param>
/// <param name="Adxr">Mean of <paramref name="Adx"/> and its value a period earlier.</param>
public readonly record struct AdxValue(double PlusDi, double MinusDi, double Dx, double Adx, double Adxr) : IIndicatorValue<AdxValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["pdi", "mdi", "dx", "adx", "adxr"];

    /// <inheritdoc/>
    public static AdxValue None => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[0], outputs[1], outputs[2]) = (PlusDi, MinusDi, Dx);
        (outputs[3], outputs[4]) = (Adx, Adxr);
    }
}
