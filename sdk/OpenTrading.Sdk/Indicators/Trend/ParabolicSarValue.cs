namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="ParabolicSar"/>.</summary>
/// <param name="Sar">The stop, in price units: below the price while rising, above it while falling.</param>
/// <param name="IsReversal">Whether the stop was hit at this bar and changed sides. As a number 1 or 0.</param>
public readonly record struct ParabolicSarValue(double Sar, bool IsReversal) : IIndicatorValue<ParabolicSarValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["sar", "isReversal"];

    /// <inheritdoc/>
    public static ParabolicSarValue None => new(double.NaN, false);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs)
    {
        outputs[0] = Sar;
        outputs[1] = Flag.Output(double.IsNaN(Sar) ? null : IsReversal);
    }
}
