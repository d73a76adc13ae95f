namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.AtrStop"/>, in price units.</summary>
/// <param name="AtrStop">The stop in force.</param>
/// <param name="BuyStop">The stop of a short position, above the price; NaN while rising.</param>
/// <param name="SellStop">The stop of a long position, below the price; NaN while falling.</param>
public readonly record struct AtrStopValue(double AtrStop, double BuyStop, double SellStop) : IIndicatorValue<AtrStopValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["atrStop", "buyStop", "sellStop"];

    /// <inheritdoc/>
    public static AtrStopValue None => new(double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs) => (outputs[0], outputs[1], outputs[2]) = (AtrStop, BuyStop, SellStop);
}
