namespace OpenTrading.Sdk.Indicators;

/// <summary>What <see cref="Indicators.Ichimoku"/> knows at a bar, in price units.</summary>
/// <param name="TenkanSen">Conversion line.</param>
/// <param name="KijunSen">Base line.</param>
/// <param name="SenkouSpanA">Leading span A, drawn at this bar from earlier ones.</param>
/// <param name="SenkouSpanB">Leading span B, drawn at this bar from earlier ones.</param>
/// <param name="ChikouSpan">Lagging span: the close of this bar, which belongs to the bar <c>kijunPeriod</c> bars ago.</param>
public readonly record struct IchimokuValue(
    double TenkanSen, double KijunSen, double SenkouSpanA, double SenkouSpanB, double ChikouSpan) : IIndicatorValue<IchimokuValue>
{
    internal const int ChikouOutput = 4;

    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["tenkanSen", "kijunSen", "senkouSpanA", "senkouSpanB", "chikouSpan"];

    /// <inheritdoc/>
    public static IchimokuValue None => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <inheritdoc/>
    /// <remarks>The lagging span of this bar itself is NaN: it will be the close of a bar to come.</remarks>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[0], outputs[1], outputs[2]) = (TenkanSen, KijunSen, SenkouSpanA);
        (outputs[3], outputs[ChikouOutput]) = (SenkouSpanB, double.NaN);
    }
}
