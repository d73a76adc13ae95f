namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Kst"/>, in percent.</summary>
/// <param name="Kst">The sum of weighted rates of change.</param>
/// <param name="Signal">Its simple average.</param>
public readonly record struct KstValue(double Kst, double Signal) : IIndicatorValue<KstValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["kst", "signal"];

    /// <inheritdoc/>
    public static KstValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Kst, Signal);
}
