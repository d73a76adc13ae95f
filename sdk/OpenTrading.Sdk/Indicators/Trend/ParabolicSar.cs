using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Parabolic stop and reverse: a stop that moves each bar by a growing fraction of its distance to the trend's extreme, and changes sides
/// when it is hit.
/// </summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems (1978). The fraction starts at the step and grows by it with every new
/// extreme, up to its maximum. A rising stop never enters the range of the two bars before it, nor a falling one. The first trend is a
/// guess, rising; values start with the bar after its reversal.
/// </remarks>
[Indicator("psar", Title = "Parabolic SAR", Kind = IndicatorKind.Trend,
    Formula = "sar += af * (extreme - sar); af grows by step with each new extreme, up to its maximum; reverses when hit",
    Outputs = ["sar"])]
public sealed class ParabolicSar : Indicator<ParabolicSarValue>
{
    private readonly double _step;
    private readonly double _maximum;
    private double _acceleration;
    private bool _isRising;
    private bool _isGuess;

    // Kept as if the trend rose; for a falling one the signs are turned.
    private double _stop;
    private double _extreme;

    private (double High, double Low) _previous;
    private (double High, double Low) _beforePrevious;

    /// <summary>A stop that accelerates from <paramref name="accelerationStep"/> to <paramref name="maxAccelerationFactor"/>.</summary>
    /// <param name="accelerationStep">First fraction and its growth, 0.0001 to 1. Default 0.02.</param>
    /// <param name="maxAccelerationFactor">Largest fraction, 0.0001 to 1. Default 0.2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ParabolicSar(
        [Parameter(0.0001, 1, Step = 0.01, Description = "First fraction of the distance, and its growth.")] double accelerationStep = 0.02,
        [Parameter(0.0001, 1, Step = 0.05, Description = "Largest fraction of the distance.")] double maxAccelerationFactor = 0.2)
        : base(3)
    {
        _step = Arguments.InRange(accelerationStep, 0.0001, 1);
        _maximum = Arguments.InRange(maxAccelerationFactor, 0.0001, 1);
        Reset();
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Sar);

    /// <inheritdoc/>
    public override ParabolicSarValue Update(in Bar bar)
    {
        bool isReversal = false;
        bool wasGuess = _isGuess;
        if (double.IsNaN(_stop))
        {
            (_stop, _extreme) = (bar.Low, bar.High);
        }
        else
        {
            isReversal = Advance(in bar);
        }

        _beforePrevious = _previous;
        _previous = (bar.High, bar.Low);
        return Value = wasGuess ? ParabolicSarValue.None : new ParabolicSarValue(_isRising ? _stop : -_stop, isReversal);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_acceleration, _isRising, _isGuess) = (_step, true, true);
        (_stop, _extreme) = (double.NaN, double.NaN);
        _previous = _beforePrevious = (double.NaN, double.NaN);
    }

    private bool Advance(in Bar bar)
    {
        _stop += _acceleration * (_extreme - _stop);
        double limit = _isRising
            ? Math.Min(_previous.Low, _beforePrevious.Low)
            : -Math.Max(_previous.High, _beforePrevious.High);
        if (limit < _stop)
        {
            _stop = limit;
        }

        double near = _isRising ? bar.Low : -bar.High;
        if (near < _stop)
        {
            (_stop, _extreme) = (-_extreme, -near);
            (_isRising, _isGuess, _acceleration) = (!_isRising, false, _step);
            return true;
        }

        double far = _isRising ? bar.High : -bar.Low;
        if (far > _extreme)
        {
            _extreme = far;
            _acceleration = Math.Min(_acceleration + _step, _maximum);
        }

        return false;
    }
}
