using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Rate of change: the value against the one <c>period</c> bars earlier, as a difference and in percent.</summary>
/// <remarks>First value at bar <c>period + 1</c>. No percentage of an earlier value of 0.</remarks>
[Indicator("roc", Title = "Rate of Change", Kind = IndicatorKind.Momentum,
    Formula = "momentum = close - close[period]; roc = 100 * momentum / close[period]",
    Outputs = ["roc"])]
public sealed class Roc : SeriesIndicator<RocValue>
{
    private Delay _past;

    /// <summary>A change over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars between the two values, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Roc([Parameter(1, Arguments.MaxPeriod, Description = "Bars between the two values.")] int period = 14)
        : base(period + 1)
    {
        _past = new Delay(Arguments.InRange(period, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Roc);

    /// <inheritdoc/>
    public override RocValue Update(double value)
    {
        double past = _past.Add(value);
        double change = value - past;
        return Value = new RocValue(change, past == 0 ? double.NaN : 100 * change / past);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _past.Reset();
    }
}
