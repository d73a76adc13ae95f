namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Adl"/>.</summary>
/// <param name="Adl">The line: all money flow volume so far, in the unit of the volume.</param>
/// <param name="MoneyFlowMultiplier">Where the close stands in the bar: −1 at the low, 1 at the high.</param>
/// <param name="MoneyFlowVolume">The multiplier times the volume of the bar.</param>
public readonly record struct AdlValue(double Adl, double MoneyFlowMultiplier, double MoneyFlowVolume) : IIndicatorValue<AdlValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["adl", "moneyFlowMultiplier", "moneyFlowVolume"];

    /// <inheritdoc/>
    public static AdlValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) =>
        (outputs[0], outputs[1], outputs[2]) = (Adl, MoneyFlowMultiplier, MoneyFlowVolume);
}
