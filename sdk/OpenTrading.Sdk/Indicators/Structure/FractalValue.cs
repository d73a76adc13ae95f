namespace OpenTrading.Sdk.Indicators;

/// <summary>The turning points that a bar confirms; they belong to the bar <c>span</c> bars ago. In price units.</summary>
/// <param name="Bear">Upper turning point; NaN when the bar confirms none.</param>
/// <param name="Bull">Lower turning point; NaN when the bar confirms none.</param>
public readonly record struct FractalValue(double Bear, double Bull) : IIndicatorValue<FractalValue>
{
    internal const int BearOutput = 0;
    internal const int BullOutput = 1;

    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["fractalBear", "fractalBull"];

    /// <inheritdoc/>
    public static FractalValue None => new(double.NaN, double.NaN);

    /// <inheritdoc/>
    /// <remarks>Both are NaN: whether the bar itself is a turning point is not known at its close.</remarks>
    public void CopyTo(Span<double> outputs) => outputs[..Outputs.Count].Fill(double.NaN);
}
