namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Squeeze"/>.</summary>
/// <param name="On">Whether the Bollinger bands lie inside the channel; null while unknown. As a number 1 or 0.</param>
/// <param name="Momentum">Where the price leans, in price units: above 0 up, below 0 down.</param>
public readonly record struct SqueezeValue(bool? On, double Momentum) : IIndicatorValue<SqueezeValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["on", "momentum"];

    /// <inheritdoc/>
    public static SqueezeValue None => new(null, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Flag.Output(On), Momentum);
}
