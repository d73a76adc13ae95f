namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.BollingerBands"/>.</summary>
/// <param name="Sma">Middle band, in the unit of the values.</param>
/// <param name="UpperBand">Middle band plus the deviations.</param>
/// <param name="LowerBand">Middle band minus the deviations.</param>
/// <param name="PercentB">Where the value stands between the bands: 0 at the lower, 1 at the upper; NaN where they meet.</param>
/// <param name="ZScore">Distance of the value from the middle, in standard deviations; NaN where the deviation is 0.</param>
/// <param name="Width">Distance of the bands, as a fraction of the middle band.</param>
public readonly record struct BollingerBandsValue(
    double Sma, double UpperBand, double LowerBand, double PercentB, double ZScore, double Width) : IIndicatorValue<BollingerBandsValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["sma", "upperBand", "lowerBand", "percentB", "zScore", "width"];

    /// <inheritdoc/>
    public static BollingerBandsValue None => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[0], outputs[1], outputs[2]) = (Sma, UpperBand, LowerBand);
        (outputs[3], outputs[4], outputs[5]) = (PercentB, ZScore, Width);
    }
}
