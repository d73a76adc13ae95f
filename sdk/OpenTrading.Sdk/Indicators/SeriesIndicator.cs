using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator of one output, computed from one series of numbers: closes, or the output of another indicator.</summary>
/// <param name="output">Name of the output, in camelCase.</param>
/// <param name="warmupBars">Numbers until the output has a value.</param>
public abstract class SeriesIndicator(string output, int warmupBars) : ScalarIndicator(output, warmupBars)
{
    /// <summary>Takes the next number and returns the output at it.</summary>
    /// <param name="value">
    /// A finite number. NaN or infinity spoil the output until <see cref="ScalarIndicator.Reset"/> or for a few windows.
    /// </param>
    /// <returns><see cref="ScalarIndicator.Value"/>.</returns>
    public abstract double Update(double value);

    /// <summary>Takes the close of the next bar and returns the output at it.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    /// <returns><see cref="ScalarIndicator.Value"/>.</returns>
    public sealed override double Update(in Bar bar) => Update(bar.Close);
}
