namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="LinearRegression"/>.</summary>
/// <param name="Value">Value of the line at the latest bar, in the unit of the values.</param>
/// <param name="Slope">Change of the line from one bar to the next, in the unit of the values.</param>
/// <param name="R2">Share of the variance that the line explains, 0 to 1; NaN where the values are all equal.</param>
public readonly record struct LinearRegressionValue(double Value, double Slope, double R2) : IIndicatorValue<LinearRegressionValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["value", "slope", "r2"];

    /// <inheritdoc/>
    public static LinearRegressionValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Value, Slope, R2);
}
