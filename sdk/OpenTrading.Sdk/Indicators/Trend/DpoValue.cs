namespace OpenTrading.Sdk.Indicators;

/// <summary>What <see cref="Indicators.Dpo"/> knows at a bar.</summary>
/// <param name="Dpo">Oscillator of the bar <c>period / 2 + 1</c> bars ago, in the unit of the values.</param>
public readonly record struct DpoValue(double Dpo) : IIndicatorValue<DpoValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["dpo"];

    /// <inheritdoc/>
    public static DpoValue None => new(double.NaN);

    /// <inheritdoc/>
    /// <remarks>NaN: the oscillator of the bar itself is not known at its close.</remarks>
    public void CopyTo(Span<double> outputs) => outputs[0] = double.NaN;
}
