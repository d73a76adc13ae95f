using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// True strength index: changes smoothed twice, in percent of their sizes smoothed twice, −100 to 100, and the exponential average of that.
/// </summary>
/// <remarks>
/// William Blau, Technical Analysis of Stocks &amp; Commodities, November 1991. Each average starts from a simple one (<see cref="Ema"/>): the
/// index at bar <c>period + smoothPeriod</c>, the signal <c>signalPeriod − 1</c> bars later. No value where nothing changed.
/// </remarks>
[Indicator("tsi", Title = "True Strength Index", Kind = IndicatorKind.Momentum,
    Formula = "100 * ema(ema(change)) / ema(ema(|change|)); signal = ema of that",
    Outputs = ["tsi"])]
public sealed class Tsi : SeriesIndicator<TsiValue>
{
    private readonly Ema _change;
    private readonly Ema _changeTwice;
    private readonly Ema _size;
    private readonly Ema _sizeTwice;
    private readonly Ema _signal;
    private double _previous = double.NaN;

    /// <summary>An index of changes smoothed twice.</summary>
    /// <param name="period">Length of the first smoothing, 1 to 5000. Default 25.</param>
    /// <param name="smoothPeriod">Length of the second smoothing, 1 to 5000. Default 13.</param>
    /// <param name="signalPeriod">Smoothing length of the signal, 1 to 5000. Default 7.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Tsi(
        [Parameter(1, Arguments.MaxPeriod, Description = "Length of the first smoothing.")] int period = 25,
        [Parameter(1, Arguments.MaxPeriod, Description = "Length of the second smoothing.")] int smoothPeriod = 13,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the signal.")] int signalPeriod = 7)
        : base(period + smoothPeriod + signalPeriod - 1)
    {
        _change = new Ema(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _size = new Ema(period);
        _changeTwice = new Ema(Arguments.InRange(smoothPeriod, 1, Arguments.MaxPeriod));
        _sizeTwice = new Ema(smoothPeriod);
        _signal = new Ema(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override TsiValue Update(double value)
    {
        double change = value - _previous;
        _previous = value;
        if (double.IsNaN(change))
        {
            return Value = TsiValue.None;
        }

        double smooth = _change.Update(change);
        double size = _size.Update(Math.Abs(change));
        if (double.IsNaN(smooth))
        {
            return Value;
        }

        double smoothTwice = _changeTwice.Update(smooth);
        double sizeTwice = _sizeTwice.Update(size);
        double index = sizeTwice == 0 ? double.NaN : 100 * smoothTwice / sizeTwice;
        return Value = new TsiValue(index, double.IsNaN(index) ? double.NaN : _signal.Update(index));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _change.Reset();
        _changeTwice.Reset();
        _size.Reset();
        _sizeTwice.Reset();
        _signal.Reset();
        _previous = double.NaN;
    }
}
