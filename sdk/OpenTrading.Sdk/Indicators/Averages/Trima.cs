using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Triangular moving average: the simple average of a simple average, so that weights rise to the middle of <c>period</c> values and fall again.
/// </summary>
/// <remarks>
/// The windows are (period + 1) / 2 and period / 2 + 1 values long, rounded down, as in TA-Lib's TRIMA. First value at bar <c>period</c>; in the
/// unit of the values.
/// </remarks>
[Indicator("trima", Title = "Triangular Moving Average", Kind = IndicatorKind.Average,
    Formula = "sma(sma(close, period / 2 + 1), (period + 1) / 2)")]
public sealed class Trima : SeriesIndicator
{
    private readonly Sma _inner;
    private readonly Sma _outer;

    /// <summary>An average over <paramref name="period"/> values.</summary>
    /// <param name="period">Values averaged, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Trima([Parameter(1, Arguments.MaxPeriod, Description = "Values averaged.")] int period = 20)
        : base("trima", period)
    {
        _inner = new Sma((Arguments.InRange(period, 1, Arguments.MaxPeriod) / 2) + 1);
        _outer = new Sma((period + 1) / 2);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double inner = _inner.Update(value);
        return double.IsNaN(inner) ? double.NaN : Value = _outer.Update(inner);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _inner.Reset();
        _outer.Reset();
    }
}
