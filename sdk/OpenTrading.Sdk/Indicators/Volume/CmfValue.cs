namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Cmf"/>.</summary>
/// <param name="MoneyFlowMultiplier">Where the close stands in the bar: −1 at the low, 1 at the high.</param>
/// <param name="MoneyFlowVolume">The multiplier times the volume of the bar.</param>
/// <param name="Cmf">Money flow volume over volume of the window, −1 to 1; NaN where there was no volume.</param>
public readonly record struct CmfValue(double MoneyFlowMultiplier, double MoneyFlowVolume, double Cmf) : IIndicatorValue<CmfValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["moneyFlowMultiplier", "moneyFlowVolume", "cmf"];

    /// <inheritdoc/>
    public static CmfValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) =>
        (outputs[0], outputs[1], outputs[2]) = (MoneyFlowMultiplier, MoneyFlowVolume, Cmf);
}
