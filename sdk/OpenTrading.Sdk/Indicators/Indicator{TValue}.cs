using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator of several outputs, computed from bars.</summary>
/// <typeparam name="TValue">The outputs at one bar.</typeparam>
/// <param name="warmupBars">Bars until every output has a value.</param>
public abstract class Indicator<TValue>(int warmupBars) : IIndicator
    where TValue : struct, IIndicatorValue<TValue>
{
    /// <summary>Outputs at the latest bar.</summary>
    public TValue Value { get; protected set; } = TValue.None;

    /// <inheritdoc/>
    public abstract bool IsReady { get; }

    /// <inheritdoc/>
    public int WarmupBars { get; } = warmupBars;

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => TValue.Outputs;

    /// <summary>Takes the next bar and returns the outputs at it.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    public abstract TValue Update(in Bar bar);

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => Update(in bar).CopyTo(outputs);

    /// <inheritdoc/>
    public virtual void Reset() => Value = TValue.None;
}
