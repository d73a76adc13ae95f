namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Alligator"/>, in price units.</summary>
/// <param name="Jaw">The slowest line.</param>
/// <param name="Teeth">The middle line.</param>
/// <param name="Lips">The fastest line.</param>
public readonly record struct AlligatorValue(double Jaw, double Teeth, double Lips) : IIndicatorValue<AlligatorValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["jaw", "teeth", "lips"];

    /// <inheritdoc/>
    public static AlligatorValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (Jaw, Teeth, Lips);
}
