namespace OpenTrading.Sdk.Indicators;

/// <summary>Outputs of <see cref="Indicators.Macd"/>, in the unit of the values.</summary>
/// <param name="Macd">Fast average minus slow average.</param>
/// <param name="Signal">Exponential average of <paramref name="Macd"/>.</param>
/// <param name="Histogram"><paramref name="Macd"/> minus <paramref name="Signal"/>.</param>
/// <param name="FastEma">The fast average.</param>
/// <param name="SlowEma">The slow average.</param>
public readonly record struct MacdValue(double Macd, double Signal, double Histogram, double FastEma, double SlowEma)
    : IIndicatorValue<MacdValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["macd", "signal", "histogram", "fastEma", "slowEma"];

    /// <inheritdoc/>
    public static MacdValue None => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[0], outputs[1], outputs[2]) = (Macd, Signal, Histogram);
        (outputs[3], outputs[4]) = (FastEma, SlowEma);
    }
}
