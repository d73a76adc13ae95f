using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Momentum: the value less the one <c>period</c> bars earlier, in the unit of the values.</summary>
/// <remarks>First value at bar <c>period + 1</c>. <see cref="Roc"/> gives the same change in percent too.</remarks>
[Indicator("mom", Title = "Momentum", Kind = IndicatorKind.Momentum, Formula = "close - close[period]")]
public sealed class Mom : SeriesIndicator
{
    private Delay _past;

    /// <summary>A change over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars between the two values, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Mom([Parameter(1, Arguments.MaxPeriod, Description = "Bars between the two values.")] int period = 14)
        : base("mom", period + 1)
    {
        _past = new Delay(Arguments.InRange(period, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value) => Value = value - _past.Add(value);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _past.Reset();
    }
}
