using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator of one output, computed from bars.</summary>
/// <param name="output">Name of the output, in camelCase.</param>
/// <param name="warmupBars">Bars until the output has a value.</param>
public abstract class ScalarIndicator(string output, int warmupBars) : IIndicator
{
    /// <summary>Output at the latest bar; <see cref="double.NaN"/> until warm, and where the definition has none.</summary>
    public double Value { get; protected set; } = double.NaN;

    /// <inheritdoc/>
    public bool IsReady => !double.IsNaN(Value);

    /// <inheritdoc/>
    public int WarmupBars { get; } = warmupBars;

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs { get; } = [output];

    /// <summary>Takes the next bar and returns the output at it.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    /// <returns><see cref="Value"/>.</returns>
    public abstract double Update(in Bar bar);

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = Update(in bar);

    /// <inheritdoc/>
    public virtual void Reset() => Value = double.NaN;
}
