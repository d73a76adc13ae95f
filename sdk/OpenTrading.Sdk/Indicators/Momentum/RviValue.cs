namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Rvi"/>.</summary>
/// <param name="Rvi">The index, −1 to 1.</param>
/// <param name="Signal">Its weighted average over four bars.</param>
public readonly record struct RviValue(double Rvi, double Signal) : IIndicatorValue<RviValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["rvi", "signal"];

    /// <inheritdoc/>
    public static RviValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Rvi, Signal);
}
