namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Fisher"/>.</summary>
/// <param name="Fisher">The transformed price; unbounded, mostly −2 to 2.</param>
/// <param name="Trigger">The same one bar before.</param>
public readonly record struct FisherValue(double Fisher, double Trigger) : IIndicatorValue<FisherValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["fisher", "trigger"];

    /// <inheritdoc/>
    public static FisherValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1]) = (Fisher, Trigger);
}
