namespace OpenTrading.Sdk.Indicators;

/// <summary>The turning points that a bar confirms; they belong to the bar <c>rightSpan</c> bars ago.</summary>
/// <param name="High">Upper turning point, in price units; NaN when the bar confirms none.</param>
/// <param name="Low">Lower turning point, in price units; NaN when the bar confirms none.</param>
/// <param name="HighTrend">
/// How the upper point stands to the one before it; null without one, or when they are equal or too far apart.
/// </param>
/// <param name="LowTrend">
/// How the lower point stands to the one before it; null without one, or when they are equal or too far apart.
/// </param>
public readonly record struct PivotsValue(double High, double Low, PivotTrend? HighTrend, PivotTrend? LowTrend)
    : IIndicatorValue<PivotsValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["highPoint", "highLine", "highTrend", "lowPoint", "lowLine", "lowTrend"];

    /// <inheritdoc/>
    public static PivotsValue None => new(double.NaN, double.NaN, null, null);

    /// <inheritdoc/>
    /// <remarks>All are NaN: no point or line reaches the bar itself at its close.</remarks>
    public void CopyTo(Span<double> outputs) => outputs[..Outputs.Count].Fill(double.NaN);
}
