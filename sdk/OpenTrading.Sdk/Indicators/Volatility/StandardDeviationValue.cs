namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.StandardDeviation"/>.</summary>
/// <param name="Deviation">Population standard deviation, in the unit of the values.</param>
/// <param name="Mean">Mean, in the unit of the values.</param>
/// <param name="ZScore">Distance of the latest value from the mean, in deviations; NaN where the deviation is 0.</param>
public readonly record struct StandardDeviationValue(double Deviation, double Mean, double ZScore)
    : IIndicatorValue<StandardDeviationValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["stdDev", "mean", "zScore"];

    /// <inheritdoc/>
    public static StandardDeviationValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Deviation, Mean, ZScore);
}
