using System.Globalization;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator of one output, computed from two series of numbers: closes, or outputs of other indicators.</summary>
/// <param name="output">Name of the output, in camelCase.</param>
/// <param name="warmupBars">Pairs of numbers until the output has a value.</param>
public abstract class PairIndicator(string output, int warmupBars) : ScalarIndicator(output, warmupBars), IPairIndicator
{
    /// <summary>Takes the next number of both series and returns the output at it.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="reference">A finite number of the reference series, of the same time.</param>
    /// <returns><see cref="ScalarIndicator.Value"/>.</returns>
    public abstract double Update(double value, double reference);

    /// <summary>Takes the close of the next bar of both series and returns the output at it.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    /// <param name="reference">Bar of the reference series, of the same time.</param>
    /// <returns><see cref="ScalarIndicator.Value"/>.</returns>
    /// <exception cref="ArgumentException">The bars are of different times.</exception>
    public double Update(in Bar bar, in Bar reference) =>
        bar.Time == reference.Time
            ? Update(bar.Close, reference.Close)
            : throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The reference's bar is of {reference.Time:u}, the bar of {bar.Time:u}; bring the two series together by their times."),
                nameof(reference));

    /// <inheritdoc/>
    public void Update(in Bar bar, in Bar reference, Span<double> outputs) => outputs[0] = Update(in bar, in reference);

    /// <summary>A bar without one of the reference: no value, and the windows stay as they are.</summary>
    /// <param name="bar">Closed bar.</param>
    /// <returns><see cref="double.NaN"/>.</returns>
    public sealed override double Update(in Bar bar) => Value = double.NaN;
}
