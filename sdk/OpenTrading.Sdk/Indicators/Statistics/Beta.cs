using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Beta: how much the returns of the series move with those of a reference, usually its market.</summary>
/// <remarks>
/// William Sharpe, The Journal of Finance, 1964. Simple returns from value to value; a return from 0 counts as 0. First value at the pair
/// <c>period + 1</c>; none where the reference did not move.
/// </remarks>
[Indicator("beta", Title = "Beta", Kind = IndicatorKind.Statistic,
    Formula = "covariance(return, reference return) / variance(reference return) over period")]
public sealed class Beta : PairIndicator
{
    private RollingCovariance _window;
    private RelativeChange _change = new();
    private RelativeChange _referenceChange = new();
    private bool _hasStarted;

    /// <summary>A beta over <paramref name="period"/> pairs of returns.</summary>
    /// <param name="period">Pairs of returns in the window, 2 to 5000. Default 50.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Beta([Parameter(2, Arguments.MaxPeriod, Description = "Pairs of returns in the window.")] int period = 50)
        : base("beta", period + 1)
    {
        _window = new RollingCovariance(Arguments.InRange(period, 2, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value, double reference)
    {
        double change = _change.Add(value);
        double referenceChange = _referenceChange.Add(reference);
        if (_hasStarted)
        {
            _window.Add(change, referenceChange);
        }

        _hasStarted = true;
        return Value = _window.IsFull && _window.SecondVariance > 0 ? _window.Covariance / _window.SecondVariance : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
        _change.Reset();
        _referenceChange.Reset();
        _hasStarted = false;
    }
}
