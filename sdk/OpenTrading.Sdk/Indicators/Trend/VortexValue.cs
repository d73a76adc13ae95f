namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Vortex"/>, each 0 or more and around 1.</summary>
/// <param name="Plus">Upward movement over true range.</param>
/// <param name="Minus">Downward movement over true range.</param>
public readonly record struct VortexValue(double Plus, double Minus) : IIndicatorValue<VortexValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["pvi", "nvi"];

    /// <inheritdoc/>
    public static VortexValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Plus, Minus);
}
