using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Force index: the change of the close times the volume, smoothed exponentially; in price units times the unit of the volume.</summary>
/// <remarks>Alexander Elder, Trading for a Living (1993), with <see cref="Ema"/>. First value at bar <c>period + 1</c>.</remarks>
[Indicator("force-index", Title = "Force Index", Kind = IndicatorKind.Volume, Formula = "ema(volume * (close - close[1]), period)")]
public sealed class ForceIndex : ScalarIndicator
{
    private readonly Ema _average;
    private double _previousClose = double.NaN;

    /// <summary>An index of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public ForceIndex([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 2)
        : base("forceIndex", period + 1)
    {
        _average = new Ema(Arguments.InRange(period, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double change = bar.Close - _previousClose;
        _previousClose = bar.Close;
        return double.IsNaN(change) ? double.NaN : Value = _average.Update(bar.Volume * change);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _average.Reset();
        _previousClose = double.NaN;
    }
}
