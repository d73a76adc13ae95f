using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Arnaud Legoux moving average: the latest <c>period</c> values weighted by a bell curve whose peak lies near the newest, in their unit.
/// </summary>
/// <remarks>
/// Arnaud Legoux and Dimitrios Kouzis-Loukas, 2009. The weight of the value at position i, oldest first, is
/// <c>exp(−(i − offset · (period − 1))² / (2 · (period / sigma)²))</c>. First value at bar <c>period</c>. A bell has no shorter sum, so a bar
/// costs one pass over the window.
/// </remarks>
[Indicator("alma", Title = "Arnaud Legoux Moving Average", Kind = IndicatorKind.Average,
    Formula = "sum of w(i) * close / sum of w(i); w(i) = exp(-(i - offset * (period - 1))^2 / (2 * (period / sigma)^2)), i = 0 for the oldest")]
public sealed class Alma : SeriesIndicator
{
    private readonly double[] _weights;
    private RecentValues _window;

    /// <summary>An average over <paramref name="period"/> values.</summary>
    /// <param name="period">Values in the window, 2 to 5000. Default 9.</param>
    /// <param name="offset">Where the peak lies, 0 at the oldest value to 1 at the newest. Default 0.85.</param>
    /// <param name="sigma">Window length in widths of the bell, 0.1 to 100; the larger, the narrower. Default 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Alma(
        [Parameter(2, Arguments.MaxPeriod, Description = "Values in the window.")] int period = 9,
        [Parameter(0, 1, Step = 0.05, Description = "Where the peak of the weights lies: 0 at the oldest value, 1 at the newest.")] double offset = 0.85,
        [Parameter(0.1, 100, Step = 0.5, Description = "Window length in widths of the bell.")] double sigma = 6)
        : base("alma", period)
    {
        _window = new RecentValues(Arguments.InRange(period, 2, Arguments.MaxPeriod));
        _weights = Bell(period, Arguments.InRange(offset, 0, 1) * (period - 1), period / Arguments.InRange(sigma, 0.1, 100));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _window.Add(value);
        if (!_window.IsFull)
        {
            return double.NaN;
        }

        ReadOnlySpan<double> values = _window.Span;
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += _weights[i] * values[i];
        }

        return Value = sum;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
    }

    private static double[] Bell(int length, double peak, double width)
    {
        double[] weights = new double[length];
        double sum = 0;
        for (int i = 0; i < length; i++)
        {
            double distance = (i - peak) / width;
            weights[i] = Math.Exp(-distance * distance / 2);
            sum += weights[i];
        }

        for (int i = 0; i < length; i++)
        {
            weights[i] /= sum;
        }

        return weights;
    }
}
