namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Roc"/>.</summary>
/// <param name="Momentum">Change over the period, in the unit of the values.</param>
/// <param name="Roc">Change over the period, in percent of the earlier value.</param>
public readonly record struct RocValue(double Momentum, double Roc) : IIndicatorValue<RocValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["momentum", "roc"];

    /// <inheritdoc/>
    public static RocValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Momentum, Roc);
}
