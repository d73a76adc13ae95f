namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of a price channel: <see cref="DonchianChannel"/>, <see cref="KeltnerChannel"/>, <see cref="StarcBands"/>.</summary>
/// <param name="UpperBand">Upper band, in price units.</param>
/// <param name="Centerline">Middle, in price units.</param>
/// <param name="LowerBand">Lower band, in price units.</param>
/// <param name="Width">Distance of the bands, as a fraction of the middle; NaN where the middle is 0.</param>
public readonly record struct ChannelValue(double UpperBand, double Centerline, double LowerBand, double Width)
    : IIndicatorValue<ChannelValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["upperBand", "centerline", "lowerBand", "width"];

    /// <inheritdoc/>
    public static ChannelValue None => new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) =>
        (outputs[0], outputs[1], outputs[2], outputs[3]) = (UpperBand, Centerline, LowerBand, Width);

    internal static ChannelValue Between(double upper, double center, double lower) =>
        new(upper, center, lower, center == 0 ? double.NaN : (upper - lower) / center);
}
