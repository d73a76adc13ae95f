using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Coppock curve: the weighted average of the sum of two rates of change, in percent.</summary>
/// <remarks>
/// Edwin Coppock, Barron's, October 1962, made for months. First value at bar <c>longPeriod + wmaPeriod</c>; no value where a change is from 0, and
/// for up to two windows after it.
/// </remarks>
[Indicator("coppock", Title = "Coppock Curve", Kind = IndicatorKind.Momentum, Formula = "wma(roc(longPeriod) + roc(shortPeriod), wmaPeriod)")]
public sealed class Coppock : SeriesIndicator
{
    private readonly Roc _long;
    private readonly Roc _short;
    private readonly Wma _average;

    /// <summary>A curve of two rates of change.</summary>
    /// <param name="longPeriod">Bars of the longer change, 2 to 5000, above <paramref name="shortPeriod"/>. Default 14.</param>
    /// <param name="shortPeriod">Bars of the shorter change, 1 to 4999. Default 11.</param>
    /// <param name="wmaPeriod">Values averaged, 1 to 5000. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Coppock(
        [Parameter(2, Arguments.MaxPeriod, Description = "Bars of the longer change.")] int longPeriod = 14,
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Bars of the shorter change.")] int shortPeriod = 11,
        [Parameter(1, Arguments.MaxPeriod, Description = "Values averaged.")] int wmaPeriod = 10)
        : base("coppock", longPeriod + wmaPeriod)
    {
        Arguments.Ordered(shortPeriod, longPeriod);
        _long = new Roc(longPeriod);
        _short = new Roc(shortPeriod);
        _average = new Wma(Arguments.InRange(wmaPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double change = _long.Update(value).Roc + _short.Update(value).Roc;
        return Value = double.IsNaN(_long.Value.Momentum) ? double.NaN : _average.Update(change);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _long.Reset();
        _short.Reset();
        _average.Reset();
    }
}
