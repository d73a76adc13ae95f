namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="ElderRay"/>, in price units.</summary>
/// <param name="Bull">High less the average: how far buyers reached.</param>
/// <param name="Bear">Low less the average: how far sellers reached.</param>
public readonly record struct ElderRayValue(double Bull, double Bear) : IIndicatorValue<ElderRayValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["bull", "bear"];

    /// <inheritdoc/>
    public static ElderRayValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Bull, Bear);
}
