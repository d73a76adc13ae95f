using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Ultimate oscillator: buying pressure over true range in three windows, the shortest weighted 4, the middle 2, the longest 1; in percent, 0 to 100.
/// </summary>
/// <remarks>
/// Larry Williams, Technical Analysis of Stocks &amp; Commodities, April 1985. Buying pressure is the close less the smaller of low and previous
/// close. First value at bar <c>longPeriod + 1</c>; none where a window has no range.
/// </remarks>
[Indicator("ultimate", Title = "Ultimate Oscillator", Kind = IndicatorKind.Momentum,
    Formula = "100 * (4 * a(short) + 2 * a(middle) + a(long)) / 7; a(n) = sum of close - min(low, close[1]) / sum of tr over n")]
public sealed class Ultimate : ScalarIndicator
{
    private readonly TrueRange _range = new();
    private Pressure _short;
    private Pressure _middle;
    private Pressure _long;
    private double _previousClose;

    /// <summary>An oscillator over three windows.</summary>
    /// <param name="shortPeriod">Bars in the shortest window, 1 to 4998. Default 7.</param>
    /// <param name="middlePeriod">Bars in the middle window, 2 to 4999, above <paramref name="shortPeriod"/>. Default 14.</param>
    /// <param name="longPeriod">Bars in the longest window, 3 to 5000, above <paramref name="middlePeriod"/>. Default 28.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Ultimate(
        [Parameter(1, Arguments.MaxPeriod - 2, Description = "Bars in the shortest window.")] int shortPeriod = 7,
        [Parameter(2, Arguments.MaxPeriod - 1, Description = "Bars in the middle window.")] int middlePeriod = 14,
        [Parameter(3, Arguments.MaxPeriod, Description = "Bars in the longest window.")] int longPeriod = 28)
        : base("ultimate", longPeriod + 1)
    {
        Arguments.InRange(shortPeriod, 1, Arguments.MaxPeriod - 2);
        Arguments.InRange(middlePeriod, 2, Arguments.MaxPeriod - 1);
        Arguments.InRange(longPeriod, 3, Arguments.MaxPeriod);
        Arguments.Ordered(shortPeriod, middlePeriod);
        Arguments.Ordered(middlePeriod, longPeriod);
        _short = new Pressure(shortPeriod);
        _middle = new Pressure(middlePeriod);
        _long = new Pressure(longPeriod);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double range = _range.Update(in bar);
        double pressure = bar.Close - Math.Min(bar.Low, _previousClose);
        _previousClose = bar.Close;
        return double.IsNaN(range)
            ? double.NaN
            : Value = 100 * ((4 * _short.Add(pressure, range)) + (2 * _middle.Add(pressure, range)) + _long.Add(pressure, range)) / 7;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        _short.Reset();
        _middle.Reset();
        _long.Reset();
    }

    private struct Pressure(int length)
    {
        private RollingFlow _bought = new(length);
        private RollingFlow _ranges = new(length);

        public double Add(double pressure, double range)
        {
            _bought.Add(pressure);
            _ranges.Add(range);
            return _ranges.IsFull && _ranges.Total != 0 ? _bought.Total / _ranges.Total : double.NaN;
        }

        public void Reset()
        {
            _bought.Reset();
            _ranges.Reset();
        }
    }
}
