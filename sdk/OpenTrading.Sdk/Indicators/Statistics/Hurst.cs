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
    Formula = "slope of log(mean rescaled range) over log(n) for parts of n log returns; corrected = the same less its bias",
    Outputs = ["hurst"])]
public sealed class Hurst : SeriesIndicator<HurstValue>
{
    private const int ShortestPart = 8;
    private const int MostParts = 32;

    private readonly double[] _excess;
    private readonly double[] _positions;
    private readonly double[] _squares;
    private RecentValues _logs;

    /// <summary>An exponent of <paramref name="period"/> returns.</summary>
    /// <param name="period">Returns in the window, 20 to 5000. Default 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Hurst([Parameter(20, Arguments.MaxPeriod, Description = "Returns in the window.")] int period = 100)
        : base(period + 1)
    {
        _logs = new RecentValues(Arguments.InRange(period, 20, Arguments.MaxPeriod) + 1);
        _squares = new double[period + 1];
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
        // The running sums of logarithmic returns are the logarithms themselves.
        _logs.Add(value > 0 ? Math.Log(value) : double.NaN);
        return Value = _logs.IsFull ? Exponents(_logs.Span) : HurstValue.None;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _logs.Reset();
    }

    private HurstValue Exponents(ReadOnlySpan<double> logs)
    {
        for (int i = 1; i < logs.Length; i++)
        {
            double change = logs[i] - logs[i - 1];
            _squares[i] = _squares[i - 1] + (change * change);
        }

        double raw = 0;
        double corrected = 0;
        for (int cut = 0; cut < _positions.Length; cut++)
        {
            double range = RescaledRange.Mean(logs, _squares, parts: 1 << cut);
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
