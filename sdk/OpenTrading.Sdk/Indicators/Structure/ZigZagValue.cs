namespace OpenTrading.Sdk.Indicators;

/// <summary>What <see cref="Indicators.ZigZag"/> knows at a bar, in price units.</summary>
/// <param name="ZigZag">End of the leg in progress: the price of this bar. NaN until a turning point is known.</param>
/// <param name="RetraceHigh">The same while rising, as the end of the line from the last upper turning point; NaN while falling.</param>
/// <param name="RetraceLow">The same while falling, as the end of the line from the last lower turning point; NaN while rising.</param>
/// <param name="Confirmed">The turning point this bar confirms, if it does.</param>
public readonly record struct ZigZagValue(double ZigZag, double RetraceHigh, double RetraceLow, Swing? Confirmed)
    : IIndicatorValue<ZigZagValue>
{
    internal const int LegOutput = 0;
    internal const int PointTypeOutput = 1;
    internal const int RetraceHighOutput = 2;
    internal const int RetraceLowOutput = 3;

    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["zigZag", "pointType", "retraceHigh", "retraceLow"];

    /// <inheritdoc/>
    public static ZigZagValue None => new(double.NaN, double.NaN, double.NaN, null);

    /// <inheritdoc/>
    /// <remarks>
    /// pointType is 1 at upper and −1 at lower turning points; at the bar itself it is NaN, since no bar confirms itself.
    /// </remarks>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[LegOutput], outputs[PointTypeOutput]) = (ZigZag, double.NaN);
        (outputs[RetraceHighOutput], outputs[RetraceLowOutput]) = (RetraceHigh, RetraceLow);
    }
}
