using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Hurst exponent of the latest <c>period</c> returns: above 0.5 moves tend to go on, below they tend to be taken back.
/// </summary>
/// <remarks>
/// H. E. Hurst, 1951, by rescaled ranges: the window is cut into 1, 2, 4, up to 32 equal parts of at least 8 logarithmic returns; the exponent
/// is the slope of the logarithm of the mean rescaled range over that of the part's length. In short windows it lies too high even for chance;
/// the corrected one takes that out (A. A. Anis and E. H. Lloyd, Biometrika 63, 1976). First value at bar <c>period + 1</c>; none while the window
/// holds a value not above 0 or a part without movement. The parts change with every bar, so a bar costs a few passes over the window.
/// </remarks>
[Indicator("hurst", Title = "Hurst Exponent", Kind = IndicatorKind.Statistic,
    Formula = "slope of log(mean rescaled range) over log(n) for parts of n log returns; corrected = the same less its bias")]
public sealed class Hurst : SeriesIndicator<HurstValue>
{
    private const int ShortestPart = 8;
    private const int MostParts = 32;

    private readonly double[] _excess;
    private readonly double[] _positions;
    private LogReturn _return = new();
    private RecentValues _window;
    private bool _hasStarted;

    /// <summary>An exponent of <paramref name="period"/> returns.</summary>
    /// <param name="period">Returns in the window, 20 to 5000. Default 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Hurst([Parameter(20, Arguments.MaxPeriod, Description = "Returns in the window.")] int period = 100)
        : base(period + 1)
    {
        _window = new RecentValues(Arguments.InRange(period, 20, Arguments.MaxPeriod));
        int[] lengths = [.. PartLengths(period)];
        _excess = [.. lengths.Select(RescaledRange.Excess)];
        double mean = lengths.Average(length => Math.Log10(length));
        double squares = lengths.Sum(length => Math.Pow(Math.Log10(length) - mean, 2));

        // The slope is then the sum of these times the logarithms of the ranges.
        _positions = [.. lengths.Select(length => (Math.Log10(length) - mean) / squares)];
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Hurst);

    /// <inheritdoc/>
    public override HurstValue Update(double value)
    {
        double change = _return.Add(value);
        if (_hasStarted)
        {
            _window.Add(change);
        }

        _hasStarted = true;
        return Value = _window.IsFull ? Exponents(_window.Span) : HurstValue.None;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _return.Reset();
        _window.Reset();
        _hasStarted = false;
    }

    private HurstValue Exponents(ReadOnlySpan<double> returns)
    {
        double raw = 0;
        double corrected = 0;
        for (int cut = 0; cut < _positions.Length; cut++)
        {
            double range = RescaledRange.Mean(returns, parts: 1 << cut);
            raw += _positions[cut] * Math.Log10(range);
            corrected += _positions[cut] * Math.Log10(range + _excess[cut]);
        }

        return double.IsFinite(raw) ? new HurstValue(raw, corrected) : HurstValue.None;
    }

    private static IEnumerable<int> PartLengths(int period)
    {
        for (int parts = 1; parts <= MostParts && period / parts >= ShortestPart; parts *= 2)
        {
            yield return period / parts;
        }
    }
}
