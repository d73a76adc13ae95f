using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Ulcer index: root mean square of the drawdowns, in percent, of the latest <c>period</c> values below the highest one before them in
/// the window. 0 or more.
/// </summary>
/// <remarks>
/// Peter Martin, The Investor's Guide to Fidelity Funds (1989). First value at bar <c>period</c>. The peaks change when the window moves,
/// so a bar costs one pass over it.
/// </remarks>
[Indicator("ulcer", Title = "Ulcer Index", Kind = IndicatorKind.Volatility,
    Formula = "sqrt(mean of (100 * (close - highest close so far) / highest close so far)^2) over period")]
public sealed class UlcerIndex : SeriesIndicator
{
    private readonly double[] _ring;
    private int _next;
    private bool _isFull;

    /// <summary>An index over <paramref name="period"/> values.</summary>
    /// <param name="period">Values in the window, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public UlcerIndex([Parameter(1, Arguments.MaxPeriod, Description = "Values in the window.")] int period = 14)
        : base("ulcerIndex", period)
    {
        _ring = new double[Arguments.InRange(period, 1, Arguments.MaxPeriod)];
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _ring[_next] = value;
        if (++_next == _ring.Length)
        {
            _next = 0;
            _isFull = true;
        }

        if (!_isFull)
        {
            return double.NaN;
        }

        double peak = 0;
        double squares = Squares(_ring.AsSpan(_next), ref peak);
        squares += Squares(_ring.AsSpan(0, _next), ref peak);
        return Value = Math.Sqrt(squares / _ring.Length);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_next, _isFull) = (0, false);
    }

    private static double Squares(ReadOnlySpan<double> values, ref double peak)
    {
        double squares = 0;
        foreach (double value in values)
        {
            peak = Math.Max(peak, value);
            double drawdown = 100 * (value - peak) / peak;
            squares += drawdown * drawdown;
        }

        return squares;
    }
}
