using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Hull moving average: <c>wma(2 · wma(value, period / 2) − wma(value, period), √period)</c>, in the unit of the values.</summary>
/// <remarks>Alan Hull, 2005. Half and root are rounded down. First value at bar <c>period + √period − 1</c>.</remarks>
[Indicator("hma", Title = "Hull Moving Average", Kind = IndicatorKind.Average,
    Formula = "wma(2 * wma(close, period / 2) - wma(close, period), sqrt(period))")]
public sealed class Hma : SeriesIndicator
{
    private readonly Wma _slow;
    private readonly Wma _fast;
    private readonly Wma _smooth;

    /// <summary>An average over <paramref name="period"/> values.</summary>
    /// <param name="period">Values in the longest window, 2 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Hma([Parameter(2, Arguments.MaxPeriod, Description = "Values in the longest window.")] int period = 14)
        : base("hma", period + (int)Math.Sqrt(period) - 1)
    {
        _slow = new Wma(Arguments.InRange(period, 2, Arguments.MaxPeriod));
        _fast = new Wma(period / 2);
        _smooth = new Wma((int)Math.Sqrt(period));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double fast = _fast.Update(value);
        double slow = _slow.Update(value);
        return _slow.IsReady ? Value = _smooth.Update((2 * fast) - slow) : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _slow.Reset();
        _fast.Reset();
        _smooth.Reset();
    }
}
