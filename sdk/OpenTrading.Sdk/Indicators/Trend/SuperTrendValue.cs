namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.SuperTrend"/>, in price units.</summary>
/// <param name="SuperTrend">The band in force.</param>
/// <param name="UpperBand">The band while falling, above the price; NaN while rising.</param>
/// <param name="LowerBand">The band while rising, below the price; NaN while falling.</param>
public readonly record struct SuperTrendValue(double SuperTrend, double UpperBand, double LowerBand) : IIndicatorValue<SuperTrendValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["superTrend", "upperBand", "lowerBand"];

    /// <inheritdoc/>
    public static SuperTrendValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (SuperTrend, UpperBand, LowerBand);
}
