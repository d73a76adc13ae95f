namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="PivotPoints"/>, in price units; NaN for levels the formula does not have.</summary>
/// <param name="Point">Pivot point.</param>
/// <param name="S1">First support.</param>
/// <param name="S2">Second support.</param>
/// <param name="S3">Third support.</param>
/// <param name="S4">Fourth support.</param>
/// <param name="R1">First resistance.</param>
/// <param name="R2">Second resistance.</param>
/// <param name="R3">Third resistance.</param>
/// <param name="R4">Fourth resistance.</param>
public readonly record struct PivotPointsValue(
    double Point,
    double S1 = double.NaN,
    double S2 = double.NaN,
    double S3 = double.NaN,
    double S4 = double.NaN,
    double R1 = double.NaN,
    double R2 = double.NaN,
    double R3 = double.NaN,
    double R4 = double.NaN) : IIndicatorValue<PivotPointsValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["pp", "s1", "s2", "s3", "s4", "r1", "r2", "r3", "r4"];

    /// <inheritdoc/>
    public static PivotPointsValue None => new(double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[0], outputs[1], outputs[2], outputs[3], outputs[4]) = (Point, S1, S2, S3, S4);
        (outputs[5], outputs[6], outputs[7], outputs[8]) = (R1, R2, R3, R4);
    }
}
