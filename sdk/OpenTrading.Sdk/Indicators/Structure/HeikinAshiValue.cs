namespace OpenTrading.Sdk.Indicators;

/// <summary>A re-drawn bar of <see cref="HeikinAshi"/>, in price units.</summary>
/// <param name="Open">Middle of the body of the re-drawn bar before it.</param>
/// <param name="High">Highest of the bar's high and the re-drawn open and close.</param>
/// <param name="Low">Lowest of the bar's low and the re-drawn open and close.</param>
/// <param name="Close">Mean of the bar's open, high, low and close.</param>
/// <param name="Volume">Volume of the bar, unchanged.</param>
public readonly record struct HeikinAshiValue(double Open, double High, double Low, double Close, double Volume)
    : IIndicatorValue<HeikinAshiValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["open", "high", "low", "close", "volume"];

    /// <inheritdoc/>
    public static HeikinAshiValue None => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[0], outputs[1], outputs[2]) = (Open, High, Low);
        (outputs[3], outputs[4]) = (Close, Volume);
    }
}
