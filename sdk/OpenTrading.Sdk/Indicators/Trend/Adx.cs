using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Average directional index: strength of a trend, whatever its direction, from how far each bar reaches beyond the one before it.
/// </summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems (1978), with his smoothing (<see cref="Smma"/>) throughout. Indicators from
/// bar <c>period + 1</c>, ADX from bar <c>2 · period</c>, ADXR from bar <c>3 · period</c>. No value where the price did not move.
/// </remarks>
[Indicator("adx", Title = "Average Directional Index", Kind = IndicatorKind.Trend,
    Formula = "smma(100 * |pdi - mdi| / (pdi + mdi)); pdi, mdi = 100 * smma(directional movement) / smma(tr)",
    Outputs = ["adx", "pdi", "mdi"])]
public sealed class Adx : Indicator<AdxValue>
{
    private readonly TrueRange _range = new();
    private readonly Smma _averageRange;
    private readonly Smma _plus;
    private readonly Smma _minus;
    private readonly Smma _index;
    private Delay _past;
    private double _previousHigh;
    private double _previousLow;

    /// <summary>An index of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 2 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Adx([Parameter(2, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 14)
        : base(3 * period)
    {
        _averageRange = new Smma(Arguments.InRange(period, 2, Arguments.MaxPeriod));
        _plus = new Smma(period);
        _minus = new Smma(period);
        _index = new Smma(period);
        _past = new Delay(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Adxr);

    /// <inheritdoc/>
    public override AdxValue Update(in Bar bar)
    {
        double range = _range.Update(in bar);
        double up = bar.High - _previousHigh;
        double down = _previousLow - bar.Low;
        (_previousHigh, _previousLow) = (bar.High, bar.Low);
        if (double.IsNaN(range))
        {
            return Value = AdxValue.None;
        }

        double averageRange = _averageRange.Update(range);
        double plus = 100 * _plus.Update(up > down && up > 0 ? up : 0) / averageRange;
        double minus = 100 * _minus.Update(down > up && down > 0 ? down : 0) / averageRange;
        if (double.IsNaN(plus))
        {
            return Value = AdxValue.None;
        }

        double index = plus == minus ? 0 : 100 * Math.Abs(plus - minus) / (plus + minus);
        double adx = _index.Update(index);
        return Value = new AdxValue(plus, minus, index, adx, (adx + _past.Add(adx)) / 2);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        _averageRange.Reset();
        _plus.Reset();
        _minus.Reset();
        _index.Reset();
        _past.Reset();
    }
}
